import { type Check, clientsOf, unless } from './check';

/**
 * Sign-in pages need a domain; on an emulator, Gatehouse serves them itself. Machines need one too: stacks know them.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
export const domainPrefix: Check = (environment) => {
  const user = clientsOf(environment).find(({ client }) => (client.callbackUrls ?? []).length > 0);
  const emulated = environment.endpoint !== undefined || environment.tier === 'local';
  if (!user || emulated) return [];
  return unless(environment.identity?.domainPrefix !== undefined, {
    path: ['identity', 'domainPrefix'],
    reads: [['endpoint'], ['tier']],
    expected: `a domain prefix, because the people of client "${user.name}" sign in on the pages of the domain`,
    fix: 'Add one that is free in this region, such as "<company>-<environment>".',
  });
};
