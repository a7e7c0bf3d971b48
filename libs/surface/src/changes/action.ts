import type { ChangeAction } from './planned-change';

/** Both orders of a replacement occur in one plan: `create_before_destroy` spreads to what it depends on. */
const ACTIONS: ReadonlyMap<string, ChangeAction> = new Map([
  ['no-op', 'no-op'],
  ['create', 'create'],
  ['read', 'read'],
  ['update', 'update'],
  ['delete', 'delete'],
  ['delete,create', 'replace'],
  ['create,delete', 'replace'],
  ['forget', 'forget'],
  ['create,forget', 'replace-and-forget'],
]);

/** What a list of actions means as one; `unknown` for what a newer Terraform may say. */
export const actionOf = (actions: readonly string[]): ChangeAction => ACTIONS.get(actions.join()) ?? 'unknown';
