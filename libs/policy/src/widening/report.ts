import { type PolicyRequest } from '../model';
import { broadOf } from './broad';
import { type Literal } from './conditions/literal';
import { type RuleGain } from './rule-gain';
import { replaceSymbols } from './language/symbol';
import { type Gain } from './model';
import { type Representative, type Who } from './principals';
import { type Rule } from './rule';

export interface Found {
  readonly gain: RuleGain;
  readonly holder: Representative;
  readonly certainty: Gain['certainty'];
  readonly witness?: PolicyRequest;
}

/** One gain for each statement, with all who have it. */
export function reported(found: readonly Found[], account: string | undefined): Gain[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const { actions, lostDeny, resources, rule } = each.gain;
    const key = JSON.stringify([rule.kind, rule.policy, rule.statement.index, lostDeny, actions, resources]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((group) => gainOf(group, account));
}

function gainOf(group: readonly Found[], account: string | undefined): Gain {
  const best = group.find(({ certainty }) => certainty === 'can') ?? (group[0] as Found);
  const { gain } = best;
  const who = widest(group.map(({ holder }) => holder.who));
  const { kind, policy, statement } = gain.rule;
  return {
    who,
    actions: gain.actions.map(readable),
    resources: gain.resources.map(readable),
    conditions: conditionsOf(gain.rule),
    statement: { kind, policy, index: statement.index, ...(statement.sid !== undefined && { sid: statement.sid }) },
    lostDeny: gain.lostDeny,
    ...(gain.eased && { eased: true }),
    ...(gain.lifted.length > 0 && { lifted: gain.lifted.map(nameOf) }),
    delegated: who.every(({ type }) => type === 'account'),
    certainty: best.certainty,
    ...(best.witness && { witness: best.witness }),
    broad: broadOf(gain, who, account),
  };
}

/** Without those who are among others that gain as much. */
function widest(all: readonly Who[]): Who[] {
  const anyone = all.filter(({ type }) => type === 'anyone');
  if (anyone.length > 0) return anyone;
  const accounts = all.filter(({ type }) => type === 'anyAccount');
  if (accounts.length > 0) return accounts;
  const whole = new Set(all.flatMap((who) => (who.type === 'account' ? [who.account] : [])));
  return all.filter((who) => who.type !== 'identity' || who.account === undefined || !whole.has(who.account));
}

const nameOf = ({ condition: { key, name } }: Literal): string => `${name} ${withoutSymbols(key)}`;

const withoutSymbols = (key: string): string => key.replace(/[\ue000-\uf8ff]+$/, '') || '(a key that is not known)';

const conditionsOf = ({ literals }: Rule): string[] =>
  literals.map(({ condition, opaque }) => {
    const values = opaque ? 'a value that is not known' : condition.values.join(' or ');
    return readable(`${condition.name} ${withoutSymbols(condition.key)} ${values}`);
  });

const readable = (text: string): string => replaceSymbols(text, () => '(not known)');
