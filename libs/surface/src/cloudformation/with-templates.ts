import { Catalog } from '../terraform/catalog';
import { ownAccounts } from '../terraform/own-accounts';
import type { Resource } from '../terraform/resource';
import { resourcesOf, STACKS } from './resources';

/** The resources of one side of a plan, and what its CloudFormation templates make that the review reads. */
export function withTemplates(resources: readonly Resource[]): readonly Resource[] {
  const stacks = resources.filter(({ mode, type }) => mode === 'managed' && STACKS.includes(type));
  if (stacks.length === 0) return resources;
  const accounts = ownAccounts(new Catalog(resources));
  return [...resources, ...stacks.flatMap((stack) => resourcesOf(stack, accounts.of(stack)))];
}
