import { keepPolicyVariables } from '@gatehouse/cognito';
import { type Environment, partitionOf, resourceName } from '@gatehouse/environment';
import { type Statement } from './policy';

/**
 * The most that the functions of an environment, and the people of its identity pool, may ever do: a role that a deploy makes has the permissions which are
 * both here and in the role. A function that needs another service gets it here first, by a new run of the bootstrap.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryStatements(environment: Environment): Statement[] {
  const { account, region } = environment;
  const groups = `log-group:/aws/lambda/${resourceName(environment, '')}*`;
  return [
    {
      Sid: 'WriteLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `arn:${partitionOf(region).id}:logs:${region}:${account}:${groups}`,
    },
    {
      Sid: 'SendTraces',
      Effect: 'Allow',
      // X-Ray has no narrower resource.
      Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
      Resource: '*',
    },
    ...people(environment),
  ];
}

/** What the environment file lets holders of the identity pool's credentials do. */
function people({ identity }: Environment): Statement[] {
  const { authenticated = [], guestPermissions = [] } = identity.identityPool ?? {};
  return [...authenticated, ...guestPermissions].map(({ actions, resources }, index) => ({
    Sid: `People${index + 1}`,
    Effect: 'Allow',
    Action: actions,
    Resource: resources.map(keepPolicyVariables),
  }));
}
