import { ANY_SERVICE, inWords, type Gain, type Who } from '@gatehouse/policy';
import type { Opened } from './opened';
import { conditionIn, otherAccountsOf, type Reach } from './reach';
import type { Trusted } from '../trusted';
import { sentence } from '../sentence';

/** `Account 999999999999 can do s3:GetObject on bucket photos.` */
export function gainInWords(
  { gain, reach }: { readonly gain: Gain; readonly reach: Reach },
  opened: Opened,
  trusted: Trusted,
): string {
  const { holder, name } = opened.object;
  const what = `${fewOf(gain.actions)} on ${holder.noun} ${name}`;
  const lost = gain.eased ? 'has other conditions than before' : 'is gone';
  if (gain.lostDeny)
    return `A Deny of ${what} ${lost}${conditionsInWords(gain)}: principals that it refused may get access.`;
  const lifted = gain.lifted ? ` (no longer limited by ${fewOf(gain.lifted)} as before)` : '';
  if (reach === 'unknown') return `The plan does not show who can do ${what}.`;
  return `${sentence(whoInWords(gain, reach, opened.account, trusted))} can do ${what}${conditionsInWords(gain)}${lifted}.`;
}

/** @param own the account of the resource */
export function whoInWords(gain: Gain, reach: Reach, own: string | undefined, trusted: Trusted): string {
  const isService = gain.who.every(({ type }) => type === 'service');
  const who = fewOf([...new Set(inWords(gain).map((each, index) => `${kindOf(gain.who[index])}${each}`))]);
  return isService && reach === 'account' ? `${who} for ${accounts(otherAccountsOf(gain, own, trusted))}` : who;
}

const kindOf = (who: Who | undefined): string =>
  who && 'service' in who && who.service === ANY_SERVICE ? '' : (KINDS[who?.type ?? ''] ?? '');

const KINDS: Readonly<Record<string, string>> = { identity: 'principal ', service: 'service ' };

/** `account 1`, `accounts 1 and 2` */
const accounts = (all: readonly string[]): string =>
  `${all.length === 1 ? 'account' : 'accounts'} ${all.join(' and ')}`;

/** Conditions whose values say from where or for whom; of the others only the key, for a value can be a secret. */
export function conditionsInWords({ conditions, lostDeny }: Gain): string {
  if (conditions.length === 0) return '';
  const shown = conditions.map((condition) => {
    const [operator, name] = condition.split(' ');
    const { key, values } = conditionIn(condition);
    return [operator, name, ...(SHOWN.test(key) ? [fewOf(values) || 'a value that is not known'] : [])].join(' ');
  });
  return lostDeny ? ` (${shown.join(', ')})` : `, if ${shown.join(' and ')}`;
}

const SHOWN =
  /^(aws:(principalaccount|principalarn|principalorgid|principalorgpaths|source(account|arn|ip|orgid|owner|vpc|vpce)|vpcsourceip|securetransport)|kms:(calleraccount|viaservice)|lambda:functionurlauthtype)$/;

/** The first few, and how many more there are. */
export const fewOf = (all: readonly string[]): string =>
  all.length <= MOST ? all.join(', ') : `${all.slice(0, MOST).join(', ')} and ${all.length - MOST} more`;

const MOST = 4;
