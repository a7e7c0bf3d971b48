import type { Escalation, Gain } from '@gatehouse/policy';
import { groupBy } from '../group-by';
import type { Identity } from './identity';

/** Who has the rights, as the beginning of a sentence. */
export function holderOf({ kind, name }: Identity): string {
  if (kind === 'user') return `User ${name}`;
  if (kind === 'group') return `Every user in group ${name}`;
  return kind === 'role' ? `Everyone who can assume role ${name}` : `Everyone with ${kind} ${name}`;
}

/** `s3:GetObject, s3:PutObject on arn:aws:s3:::photos/*` */
export const rightsIn = (gain: Gain): string => rights(gain, 'in this AWS account');

/** As a policy of one resource gives them: everything is no more than that resource. */
export const rightsOnResource = (gain: Gain): string => rights(gain, 'on that resource');

function rights({ actions, broad, conditions, lifted, resources }: Gain, everywhere: string): string {
  const lost = lifted ? ` (no longer limited by ${listOf(lifted)} as before)` : '';
  const under = `${conditions.length === 0 ? '' : ' under conditions'}${lost}`;
  if (broad.everything) {
    const but = actions.find((action) => action.startsWith('everything but '));
    const on = resources.find((resource) => resource.startsWith('everything but '));
    return `${but ?? 'everything'} ${everywhere}${on === undefined ? '' : `, on ${on}`}${under}`;
  }
  const on = resources.length === 0 ? '' : ` on ${listOf(resources)}`;
  return `${listOf(actions)}${on}${under}`;
}

const MOST = 6;

/** A list that fits on a line. */
export const listOf = (texts: readonly string[]): string => {
  const distinct = [...new Set(texts)];
  const shown = distinct.slice(0, MOST).join(', ');
  return distinct.length > MOST ? `${shown} and ${distinct.length - MOST} more` : shown;
};

/** Sentences on what rights lead to. */
export function escalationsIn(escalations: readonly Escalation[]): string {
  const ways = [...groupBy(escalations.slice(0, 2), ({ gives }) => gives)];
  const shown = ways.map(
    ([gives, all]) => ` A principal with ${all.map(({ name }) => name).join(' or ')} can ${gives}.`,
  );
  const more = escalations.length - 2;
  return `${shown.join('')}${more > 0 ? ` There are ${more} more such ways to other rights.` : ''}`;
}
