import { type Check, clientsOf, unless } from './check';

/** Secrets are rotated one step at a time: docs/cognito/secret-rotation.md. */
export const secretGenerations: Check = (environment) =>
  clientsOf(environment).flatMap(({ client: { secret }, path }) => [
    ...unless(!(secret?.next && secret.previous), {
      path: [...path, 'secret'],
      expected: 'next or previous, not both',
      fix: 'Remove the previous secret before the next one is made; npx gatehouse rotate-secret writes each step.',
    }),
    ...unless(!(secret?.previous && secret.generation === 1), {
      path: [...path, 'secret', 'previous'],
      expected: 'a generation before it',
      fix: 'Remove previous: the first secret has none before it.',
    }),
  ]);

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export const defaultRedirects: Check = (environment) =>
  clientsOf(environment).flatMap(({ client: { callbackUrls = [], defaultRedirectUri: uri }, path }) =>
    unless(uri === undefined || callbackUrls.includes(uri), {
      path: [...path, 'defaultRedirectUri'],
      expected: 'one of callbackUrls',
      fix: 'Add it to callbackUrls, or choose one of those.',
    }),
  );
