import { challengeTriggersOf } from '../../cognito/challenge-triggers';
import { poolFinder } from '../../model/pool-member';
import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const challengeTriggerMissing = refusalRule({
  id: 'challenge-trigger-missing',
  severity: 'high',
  title: 'Custom challenges without all three triggers',
  why: 'Sign-in by custom challenges is three functions in a chain: one decides what comes next, one makes the challenge, one checks the answer. Cognito accepts the pool and the client without them, and fails at sign-in.',
  remediation:
    'Set define_auth_challenge, create_auth_challenge and verify_auth_challenge_response together, or remove them and ALLOW_CUSTOM_AUTH.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html',
  find: (surface) => {
    const poolOf = poolFinder(surface);
    return [
      ...violations('user pool', surface.userPools, (pool) => {
        const { there, missing } = challengeTriggersOf(pool);
        return {
          when: there.length > 0 && missing.length > 0,
          message: `Cognito refuses sign-ins by custom challenges, because the pool has no ${missing.join(' and no ')}.`,
          after: there.join(', '),
        };
      }),
      ...violations('app client', surface.clients, (client) => {
        const pool = poolOf(client);
        return {
          when:
            knownItems(client.authFlows).some((flow) => FLOWS.includes(flow)) &&
            pool !== undefined &&
            challengeTriggersOf(pool).there.length === 0,
          message:
            'Cognito refuses sign-ins by ALLOW_CUSTOM_AUTH, because the pool has no trigger for custom challenges.',
        };
      }),
    ];
  },
});

/** The second one is its old name. */
const FLOWS: readonly string[] = ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'];
