import { deployedTypes } from '@gatehouse/surface/deployed-types';
import { type PlanJson, type ResourceChange } from './plan-json';
import { type StackConfig } from './stack-config';

/**
 * API Gateway deployments that go on serving what a plan removes.
 *
 * A deployment is a snapshot, made before the old one goes. Terraform deletes what the old one depended on only after
 * that, so a removed method is still there when the new snapshot is taken and stays reachable, and no later plan shows
 * it. https://github.com/hashicorp/terraform-provider-aws/issues/162
 *
 * @param config says which of them stay what they are while others get what is new
 * @returns addresses of the deployments to replace once more, after the plan has been applied
 */
export function staleDeployments({ resource_changes = [] }: PlanJson, config: StackConfig = {}): string[] {
  const removedFrom = new Set(resource_changes.filter(isRemovedFromSnapshot).map(({ address }) => moduleOf(address)));
  return resource_changes
    .filter(({ type, change }) => type === 'aws_api_gateway_deployment' && change.after !== null)
    .map(({ address }) => address)
    .filter((address) => removedFrom.has(moduleOf(address)) && !stays(address, config));
}

function stays(address: string, { resource }: StackConfig): boolean {
  const [type = '', name = ''] = address.split('.');
  const lifecycle = resource?.[type]?.[name]?.['lifecycle'] as { readonly ignore_changes?: unknown } | undefined;
  return Array.isArray(lifecycle?.ignore_changes) && lifecycle.ignore_changes.includes('triggers');
}

const isRemovedFromSnapshot = ({ type, change }: ResourceChange): boolean =>
  deployedTypes.includes(type) && change.actions.includes('delete');

const moduleOf = (address: string): string => address.split('.').slice(0, -2).join('.');
