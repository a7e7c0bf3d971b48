import { isUnknown } from '../model/value';
import type { AnyRoute } from './routes';
import { show } from './show';

export const isPublic = ({ guard }: AnyRoute): boolean => !isUnknown(guard) && guard.kind === 'none';

/** What a caller needs, in a few words. */
export function showGuard({ guard }: AnyRoute): string {
  if (isUnknown(guard)) return show(guard);
  switch (guard.kind) {
    case 'none':
      return 'public';
    case 'iam':
      return 'AWS credentials';
    case 'custom':
      return `Lambda authorizer ${guard.authorizer ?? show(guard.authorizerId)}`;
    case 'token': {
      const scopes = guard.scopes ?? [];
      const any = !isUnknown(scopes) && scopes.length === 0;
      return `token of ${guard.authorizer ?? show(guard.authorizerId)}, ${any ? 'any scope' : `scope ${show(scopes)}`}`;
    }
  }
}
