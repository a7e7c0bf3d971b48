import { partitionOf } from '@gatehouse/checks';
import { resourceName } from '../names';
import { type Environment } from '../schema/environment';
import { boundaryArn } from './ci-role';

/** Where an environment is, for what CI may do with it: the `Place` of @gatehouse/rights. */
export function placeOf(environment: Pick<Environment, 'name' | 'account' | 'region' | 'project'>) {
  const { account, name, region } = environment;
  return {
    environment: name,
    partition: partitionOf(region).id,
    region,
    account,
    prefix: resourceName(environment, ''),
    boundaryArn: boundaryArn(environment),
  };
}

/** Key of the record of an environment's rights in the state bucket, as the last bootstrap gave them to its roles. */
export const rightsRecordKey = ({ name }: Pick<Environment, 'name'>): string => `rights/${name}.json`;

/** Key of what the bootstrap leaves in the state bucket to bind the secrets in an environment's plans with. */
export const digestKeyPath = ({ name }: Pick<Environment, 'name'>): string => `digest-keys/${name}`;
