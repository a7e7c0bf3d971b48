import { covers } from '../iam/severity';
import { isObject } from '../terraform/unreadable';
import type { Holder } from './holders';
import { statementsIn } from './plain';

/** How a changed policy shuts out those who manage the object, in words; nothing where it does not, or is not known. */
export function lockoutIn(holder: Holder, name: string, before: unknown, after: unknown): string | undefined {
  const now = statementsIn(after)?.filter(isObject) ?? [];
  const was = statementsIn(before)?.filter(isObject) ?? [];
  if (now.some(refusesAll) && !was.some(refusesAll))
    return `A new Deny refuses everyone every action on ${holder.noun} ${name}: no role of the account can use it.`;
  if (holder.type !== 'kms' || now.length === 0) return undefined;
  if (!was.some((each) => isOfRoot(each) && gives(each, 'kms:PutKeyPolicy'))) return undefined;
  // Those who may change the policy can give it back.
  if (now.some((each) => gives(each, 'kms:PutKeyPolicy'))) return undefined;
  return `The account loses kms:* on ${holder.noun} ${name}, and no other principal can change its policy.`;
}

type Statement = Readonly<Record<string, unknown>>;

const refusesAll = (statement: Statement): boolean =>
  statement['Effect'] === 'Deny' &&
  isEveryone(statement['Principal']) &&
  Object.keys(isObject(statement['Condition']) ? statement['Condition'] : {}).length === 0 &&
  listOf(statement['Action']).some((action) => typeof action === 'string' && /^([\w-]+:)?\*+$/.test(action));

const isEveryone = (principal: unknown): boolean =>
  principal === '*' || (isObject(principal) && listOf(principal['AWS']).includes('*'));

const isOfRoot = ({ Principal }: Statement): boolean =>
  isObject(Principal) &&
  listOf(Principal['AWS']).some((name) => typeof name === 'string' && /^(arn:[\w-]+:iam::)?\d{12}(:root)?$/.test(name));

/** Something that is not known gives it. */
const gives = ({ Action, Effect, NotAction }: Statement, action: string): boolean =>
  Effect === 'Allow' &&
  (NotAction !== undefined || listOf(Action).some((each) => typeof each !== 'string' || covers(each, action)));

const listOf = (value: unknown): readonly unknown[] => [value].flat();
