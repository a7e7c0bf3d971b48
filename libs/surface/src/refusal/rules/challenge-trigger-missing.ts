import { challengeTriggersOf } from '../../cognito/challenge-triggers';
import { poolFinder } from '../../model/pool-member';
import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const challengeTriggerMissing = refusalRule({
  id: 'challenge-trigger-missing',
  severity: 'high',
  title: 'Custom challenges without a trigger that they need',
  why: 'Sign-in by custom challenges is a chain of functions: one decides what comes next, and unless that is the password alone, one makes the challenge and one checks the answer. Cognito accepts the pool and the client without them, and fails at sign-in.',
  remediation:
    'Set the triggers defineAuthChallenge, createAuthChallenge and verifyAuthChallengeResponse together (lambda_config), or remove them and the flow custom (ALLOW_CUSTOM_AUTH).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html',
  find: (surface) => {
    const poolOf = poolFinder(surface);
    return [
      ...violations('user pool', surface.userPools, (pool) => {
        const { there, missing } = challengeTriggersOf(pool);
        return {
          // The first alone can ask for the password: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html
          when: there.some((trigger) => trigger !== DEFINE) && missing.length > 0,
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
            !challengeTriggersOf(pool).there.includes(DEFINE),
          message: `Cognito refuses sign-ins by ALLOW_CUSTOM_AUTH, because the pool has no ${DEFINE}.`,
        };
      }),
    ];
  },
});

const DEFINE = 'define_auth_challenge';

/** The second one is its old name. */
const FLOWS: readonly string[] = ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'];
