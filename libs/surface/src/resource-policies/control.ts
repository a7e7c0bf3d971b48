import { escalationSets, type Gain } from '@gatehouse/policy';
import { isForAwsResource } from '../iam/everyday';
import { covers } from '../iam/severity';
import type { Guarded } from './guarded';

/**
 * Whether an action, as a policy writes it, gives everything of a service, the policy itself, or what leads to more rights: a
 * principal of the own account has that by no everyday policy.
 */
export const isControlling = (action: string): boolean =>
  /(^|:)\*+$/.test(action) || CHANGES_POLICY.test(action) || CONTROL.some((each) => covers(action, each));

const CHANGES_POLICY = /:(put|set|delete|add|remove)\w*(policy|permission|acl)$/i;

/** Rights that are enough by themselves. */
const CONTROL: readonly string[] = escalationSets
  .filter(({ needs, onAny, passesTo }) => needs.length === 1 && onAny === undefined && passesTo === undefined)
  .flatMap(({ needs }) => needs.flat());

/** Whether principals of the own account get such a right to an object that is there already. */
export function controlsOwn(
  { actions, conditions, who }: Gain,
  { after, before, holder }: Pick<Guarded, 'after' | 'before' | 'holder'>,
): boolean {
  if (before.owner === undefined && after.owner !== undefined) return false;
  // For volumes and the like: AWS makes the grant, and only for its own services.
  if (isForAwsResource(conditions)) return false;
  if (who.some(({ type }) => type === 'identity')) return actions.some(isControlling);
  if (!who.some(({ type }) => type === 'account')) return false;
  // Elsewhere, policies of the account give it already.
  if (holder.type === 'secret') return actions.some((action) => covers(action, 'secretsmanager:GetSecretValue'));
  const hadPolicy = before.policies.length > 0 || before.owner !== undefined;
  return holder.type === 'kms' && hadPolicy && actions.some((action) => covers(action, 'kms:PutKeyPolicy'));
}
