import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Page } from '../model';
import { type Cursor, Pages } from './pages';

/** Everything that Cognito tells of a pool's users, page by page. */
export async function* allPages(cognito: CognitoIdentityProviderClient, userPoolId: string): AsyncGenerator<Page> {
  const pages = new Pages(cognito, userPoolId);
  let cursor: Cursor | undefined = { at: 'groups' };
  while (cursor) {
    const { next, page }: Awaited<ReturnType<Pages['read']>> = await pages.read(cursor);
    yield page;
    cursor = next;
  }
}
