import { bootstrapPath, type Environment, partitionOf, resourceName } from '@gatehouse/environment';

type Place = Pick<Environment, 'name' | 'account' | 'region'>;

/** Name of the policy that bounds every role which a deploy of the environment makes. */
export const boundaryName = (environment: Place): string => resourceName(environment, 'boundary');

export function boundaryArn(environment: Place): string {
  const { account, region } = environment;
  return `arn:${partitionOf(region).id}:iam::${account}:policy${bootstrapPath}${boundaryName(environment)}`;
}
