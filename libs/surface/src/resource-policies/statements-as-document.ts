import { Unknown as NotKnown } from '@gatehouse/policy';
import type { List, Policy, PolicyStatement, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** A policy of the access model as the document that it was read from, for `widening`. */
export const asDocument = (policy: Policy<Unknown>): unknown =>
  isUnknown(policy) ? notKnown(policy) : { Version: '2012-10-17', Statement: policy.map(statementOf) };

function statementOf(statement: PolicyStatement<Unknown> | Unknown): unknown {
  if (isUnknown(statement)) return notKnown(statement);
  const { actions, conditions, effect, notActions, notPrincipals, notResources, principals, resources } = statement;
  return {
    Effect: known(effect),
    ...unlessEmpty('Principal', principals, principalsOf),
    ...unlessEmpty('NotPrincipal', notPrincipals, principalsOf),
    ...unlessEmpty('Action', actions, values),
    ...unlessEmpty('NotAction', notActions, values),
    ...unlessEmpty('Resource', resources, values),
    ...unlessEmpty('NotResource', notResources, values),
    ...unlessEmpty('Condition', conditions, conditionsOf),
  };
}

const unlessEmpty = <T>(name: string, list: List<T, Unknown>, write: (list: List<T, Unknown>) => unknown): object =>
  !isUnknown(list) && list.length === 0 ? {} : { [name]: write(list) };

const values = (list: List<string, Unknown>): unknown => (isUnknown(list) ? notKnown(list) : list.map(known));

function principalsOf(list: List<string, Unknown>): unknown {
  if (isUnknown(list)) return notKnown(list);
  if (list.includes('*')) return '*';
  const kinds: Record<string, unknown[]> = {};
  for (const each of list) {
    const end = isUnknown(each) ? -1 : each.indexOf(':');
    const kind = isUnknown(each) || end < 0 ? 'AWS' : each.slice(0, end);
    (kinds[kind] ??= []).push(isUnknown(each) ? notKnown(each) : each.slice(end + 1));
  }
  return kinds;
}

function conditionsOf(list: PolicyStatement<Unknown>['conditions']): unknown {
  if (isUnknown(list)) return notKnown(list);
  const written: Record<string, Record<string, unknown>> = {};
  for (const each of list) {
    if (isUnknown(each) || isUnknown(each.operator) || isUnknown(each.key)) return new NotKnown();
    (written[each.operator] ??= {})[each.key] = values(each.values);
  }
  return written;
}

const known = <T>(value: T | Unknown): unknown => (isUnknown(value) ? notKnown(value) : value);

const notKnown = ({ sensitive }: Unknown): NotKnown => new NotKnown(sensitive ? 'sensitive' : 'known after apply');
