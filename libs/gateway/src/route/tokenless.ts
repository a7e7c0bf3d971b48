import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type Auth } from './auth';

/**
 * Checks a route that no authorizer guards.
 *
 * @throws ConstructError for one that does not say why it is public or who signs its requests, and for one with an authorizer.
 */
export function checkTokenless(
  api: IConstruct,
  key: string,
  auth: Extract<Auth, { kind: 'public' | 'iam' }>,
  authorizer: IConstruct | undefined,
): void {
  const isPublic = auth.kind === 'public';
  const text: unknown = isPublic ? auth.reason : auth.callers;
  check(api, typeof text === 'string' && text.trim() !== '', {
    prop: `${key}, auth`,
    expected: isPublic ? 'the reason why anyone may call it' : 'who signs the requests',
    found: text,
    fix: isPublic
      ? "Give it, as in Auth.public('load balancers ask it')"
      : "Say it, as in Auth.iam('guests of the web shop')",
  });
  check(api, authorizer === undefined, {
    prop: `${key}, authorizer`,
    expected: `no authorizer at ${isPublic ? 'a public' : 'an IAM'} route`,
    found: authorizer?.node.path,
    fix: 'Remove it, or say whose tokens the route takes: Auth.idToken() or Auth.accessToken(scope)',
  });
}
