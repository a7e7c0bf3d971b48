import { deployedTypes } from '@gatehouse/surface/deployed-types';
import { type PlanJson, type ResourceChange } from './plan-json';

/**
 * API Gateway deployments that go on serving what a plan removes.
 *
 * A deployment is a snapshot, made before the old one goes. Terraform deletes what the old one depended on only after
 * that, so a removed method is still there when the new snapshot is taken and stays reachable, and no later plan shows
 * it. https://github.com/hashicorp/terraform-provider-aws/issues/162
 *
 * @returns addresses of the deployments to replace once more, after the plan has been applied
 */
export function staleDeployments({ resource_changes = [] }: PlanJson): string[] {
  const removedFrom = new Set(resource_changes.filter(isRemovedFromSnapshot).map(({ address }) => moduleOf(address)));
  return resource_changes
    .filter(({ type, change }) => type === 'aws_api_gateway_deployment' && change.after !== null)
    .map(({ address }) => address)
    .filter((address) => removedFrom.has(moduleOf(address)));
}

const isRemovedFromSnapshot = ({ type, change }: ResourceChange): boolean =>
  deployedTypes.includes(type) && change.actions.includes('delete');

const moduleOf = (address: string): string => address.split('.').slice(0, -2).join('.');
