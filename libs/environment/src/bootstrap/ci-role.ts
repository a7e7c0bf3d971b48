import { partitionOf } from '@gatehouse/checks';
import { resourceName } from '../names';
import { type Environment } from '../schema/environment';

/**
 * IAM path of what bootstrap makes. The names of an environment's own roles have no path, so that no deploy role can
 * reach the role and the boundary that it is held by.
 */
export const bootstrapPath = '/gatehouse/';

type Place = Pick<Environment, 'name' | 'project' | 'account' | 'region'>;

/** Name of the role that workflows take to plan or deploy an environment, such as `gatehouse-dev-plan`. */
export const ciRoleName = (environment: Place, does: 'plan' | 'deploy'): string => resourceName(environment, does);

/** Its ARN, as a workflow has to name it. */
export function ciRoleArn(environment: Place, does: 'plan' | 'deploy'): string {
  const { account, region } = environment;
  return `arn:${partitionOf(region).id}:iam::${account}:role${bootstrapPath}${ciRoleName(environment, does)}`;
}

/** Name of the role that API Gateway writes logs with, one for each region that has a state bucket. */
export const loggingRoleName = ({ project, region }: Pick<Environment, 'project' | 'region'>): string =>
  `${project}-api-gateway-logging-${region}`;

/** Name of the policy that bounds every role which a deploy of the environment makes. */
export const boundaryName = (environment: Place): string => resourceName(environment, 'boundary');

/** ARN of the boundary that every role of an environment has. */
export function boundaryArn(environment: Place): string {
  const { account, region } = environment;
  return `arn:${partitionOf(region).id}:iam::${account}:policy${bootstrapPath}${boundaryName(environment)}`;
}
