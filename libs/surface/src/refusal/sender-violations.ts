import { violations, type Found } from '../findings/violations';
import type { Violation } from '../findings/rule';
import type { Surface, Unknown, UserPool } from '../model';

/** What sends mails of a user pool: the pool itself, or threat protection about a risk. */
type Sender = Pick<UserPool<Unknown>['email'], 'from' | 'identityName' | 'sourceArn'>;

/** `violations` of all that sends through Amazon SES. */
export const senderViolations = (
  { riskConfigurations, userPools }: Pick<Surface<Unknown>, 'riskConfigurations' | 'userPools'>,
  find: (sender: Sender, region?: string) => Found,
): Violation[] => [
  ...violations('user pool', userPools, ({ email, region }) => find(email, region)),
  ...violations('risk configuration of', riskConfigurations, ({ notices, region }) => notices && find(notices, region)),
];
