import { keepPolicyVariables, type Statement } from '@gatehouse/construct-kit';
import { type Environment, partitionOf, resourceName } from '@gatehouse/environment';
import { allow } from './policy';

/**
 * The most that the functions of an environment, and the users of its identity pool, may ever do: a role that a deploy
 * makes has the permissions which are both here and in the role. A function that needs another service gets it here
 * first, by a new run of the bootstrap.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryStatements(environment: Environment): Statement[] {
  const { account, region } = environment;
  const groups = `log-group:/aws/lambda/${resourceName(environment, '')}*`;
  return [
    allow('WriteLogs', `arn:${partitionOf(region).id}:logs:${region}:${account}:${groups}`, [
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]),
    // X-Ray has no narrower resource.
    allow('SendTraces', '*', ['xray:PutTelemetryRecords', 'xray:PutTraceSegments']),
    ...people(environment),
  ];
}

/** What the environment file lets holders of the identity pool's credentials do. */
function people({ identity }: Environment): Statement[] {
  const { authenticated = [], guestPermissions = [] } = identity.identityPool ?? {};
  return [...authenticated, ...guestPermissions].map(({ actions, resources }, index) =>
    allow(`People${index + 1}`, resources.map(keepPolicyVariables), actions),
  );
}
