import type { Gain } from '@gatehouse/policy';
import type { Severity } from '../findings/finding';
import { controlsOwn } from './control';
import type { Opened } from './opened';
import { conditionIn, reachOf, type Reach } from './reach';
import type { Trusted } from '../trusted';
import { isOfState } from './state';

/** A gain that is to be reviewed, and how severe it is. */
export interface Weighed {
  readonly gain: Gain;
  readonly reach: Reach;
  readonly severity: Severity;
}

/** The gains that are news, the worst first: what every team has, and what only its own account gains, is none. */
export function weigh(opened: Opened, trusted: Trusted): readonly Weighed[] {
  return opened.gains
    .flatMap((gain) => {
      const reach = reachOf(gain, opened.account, trusted);
      const severity = gain.lostDeny ? ofLostDeny(gain) : severityOf(gain, reach, opened);
      return severity === undefined ? [] : [{ gain, reach, severity }];
    })
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'expected'];

function severityOf(gain: Gain, reach: Reach, opened: Opened): Severity | undefined {
  const { holder } = opened.object;
  // It lets nobody in by itself: it limits what can be reached through it.
  if (holder.type === 'vpcEndpoint') return reach === 'own' && !gain.broad.everything ? undefined : 'medium';
  switch (reach) {
    case 'unknown':
      return 'critical';
    case 'public':
      if (opened.isHeld) return 'medium';
      return gain.broad.levels.every((level) => level === 'List') ? 'high' : 'critical';
    case 'organization':
    case 'account':
      // A service for an account, and nothing in the plan says whether that is its own.
      if (opened.account === undefined && gain.who.every(({ type }) => type === 'service'))
        return holder.type === 'lambda' ? 'medium' : undefined;
      return isControl(gain, opened) ? 'critical' : 'high';
    case 'network':
      return 'high';
    case 'vpc':
      return 'medium';
    case 'customers':
      return ofService(gain, opened);
    case 'own':
      if (controlsOwn(gain, opened.object)) return 'high';
      return isWholeAccount(gain, opened) || isAnyApi(gain, opened) || isOfAnyOwner(gain) ? 'medium' : undefined;
  }
}

/** What leads to everything else: the state, keys, secrets, functions, and the policy itself. */
function isControl({ actions, broad: { levels } }: Gain, { object }: Opened): boolean {
  const { holder } = object;
  if (levels.includes('Permissions management')) return true;
  if (holder.type === 'secret' || isOfState(object)) return true;
  // At a URL the caller is known by its credentials, and the function gets what the URL lets through.
  if (holder.type === 'lambda') return !actions.every((action) => /:InvokeFunctionUrl$/i.test(action));
  return holder.noun === 'key' && levels.some((level) => level !== 'List' && level !== 'Read');
}

/** Services that write logs for any customer have no narrower policies in AWS's own examples. */
function ofService(gain: Gain, { object: { holder } }: Opened): Severity | undefined {
  if (holder.type === 'lambda') return 'high';
  // That a service is no longer asked for whom it acts is news, whatever it is.
  if (gain.lifted) return 'medium';
  if (holder.type === 'kms' || holder.noun === 'CloudWatch Logs') return undefined;
  return gain.who.every((who) => who.type === 'service' && WRITES_LOGS.test(who.service)) ? undefined : 'medium';
}

const WRITES_LOGS =
  /^((.*\.)?logs|delivery\.logs|logging\.s3|logdelivery\.elasticloadbalancing|cloudtrail|config|vpc-flow-logs|.*\.logs)\.amazonaws\.com/;

/** A key whose policy named roles, and now leaves it to all policies of the account. */
const isWholeAccount = ({ who }: Gain, { object: { before, holder } }: Opened): boolean =>
  holder.type === 'kms' && before.owner !== undefined && who.some(({ type }) => type === 'account');

/** What a service asks for is named, and no longer whose it is: the name of a deleted bucket can be taken by others. */
const isOfAnyOwner = ({ lifted, who }: Gain): boolean =>
  who.every(({ type }) => type === 'service') &&
  (lifted ?? []).some((each) => /aws:source(account|owner|orgid|orgpaths)$/i.test(each));

/** Every API of the account, those without authorization too. */
const isAnyApi = ({ conditions, who }: Gain, { object: { holder } }: Opened): boolean =>
  holder.noun === 'function' &&
  who.some((each) => each.type === 'service' && each.service.startsWith('apigateway.')) &&
  conditions.some((condition) => {
    const { key, values } = conditionIn(condition);
    return key === 'aws:sourcearn' && values.some((arn) => /^[*?]/.test(arn.split(':')[5] ?? '*'));
  });

/** To refuse plain HTTP says nothing of who gets in. */
const ofLostDeny = ({ conditions }: Gain): Severity =>
  conditions.length > 0 && conditions.every((each) => CHANNEL.test(conditionIn(each).key)) ? 'medium' : 'high';

const CHANNEL = /^(aws:securetransport|s3:tlsversion|s3:x-amz-server-side-encryption)/;
