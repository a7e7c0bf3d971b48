import type { Escalation, Gain } from '@gatehouse/policy';
import { isAsSevere, SEVERITIES, type Severity } from '../findings/finding';
import {
  feedsNamed,
  grantsToServices,
  isEveryday,
  isThroughService,
  onlySends,
  onlyViews,
  passesNamed,
} from './everyday';
import type { Gained } from './gains';
import { isForService } from './service-policies';

/** How bad a gain is; nothing for the narrow rights that a task needs. */
export function severityOf(gained: Gained): Severity | undefined {
  const { limit } = gained;
  const found = withoutLimit(gained);
  // What is cut by a boundary is at most as bad as what the boundary lets through.
  return limit ? leastOf(found, withoutLimit({ ...gained, ...limit })) : found;
}

function withoutLimit(gained: Gained): Severity | undefined {
  const { escalations, gains, giverOf } = gained;
  const found = [
    ...gains.map((gain) => (isForService(gained, giverOf(gain)?.arn) ? undefined : ofGain(gain, gained))),
    ...escalations.map((escalation) => ofEscalation(escalation, gained)),
  ];
  const worst = worstOf(found);
  const isForeign = gains.every((gain) => isOfAnotherPartition(giverOf(gain)?.arn, gained));
  return worst && isForeign ? stepDown(worst) : worst;
}

export const worstOf = (all: readonly (Severity | undefined)[]): Severity | undefined =>
  all.reduce((worst, each) => (worst === undefined || (each && isAsSevere(each, worst)) ? each : worst), undefined);

const leastOf = (one: Severity | undefined, other: Severity | undefined): Severity | undefined =>
  one === undefined || other === undefined ? undefined : isAsSevere(one, other) ? other : one;

export const stepUp = (severity: Severity | undefined): Severity =>
  severity === undefined ? 'medium' : (SEVERITIES[SEVERITIES.indexOf(severity) - 1] ?? severity);

const stepDown = (severity: Severity): Severity => (severity === 'critical' ? 'high' : 'medium');

/** A condition that limits no longer is at least to be looked at, whatever the right. */
function ofGain(gain: Gain, gained: Gained): Severity | undefined {
  const severity = byReach(gain, gained);
  return severity === undefined && gain.lifted && !gain.actions.every(isEveryday) ? 'medium' : severity;
}

function byReach(gain: Gain, { isNew }: Gained): Severity | undefined {
  const { actions, broad, certainty, lostDeny } = gain;
  if (lostDeny) return certainty === 'can' ? 'high' : 'medium';
  if (broad.everything) return 'critical';
  if (actions.every(isEveryday) || isThroughService(gain) || grantsToServices(gain)) return undefined;
  if (actions.every((action) => isEveryday(action) || onlySends(action) || onlyViews(action)))
    return broad.sweeping ? 'medium' : undefined;
  if (passesNamed(gain)) return isNew ? undefined : 'medium';
  if (broad.sweeping || broad.ofAccount || broad.unconfined) return 'high';
  if (broad.services.length > 0 || actions.some((action) => action.startsWith('everything but')))
    return isNew ? 'medium' : 'high';
  return !isNew && actions.some(leadsToOthers) ? 'high' : undefined;
}

/** To become or to pass one role is a right to what that role may do. */
const leadsToOthers = (action: string): boolean => /^(iam:pass\w*|iam:\w*\*|sts:assumerole)$/i.test(action);

function ofEscalation({ gained, gives, name }: Escalation, of: Gained): Severity | undefined {
  const giving = of.gains.filter(({ actions }) =>
    gained.some((action) => actions.some((each) => covers(each, action))),
  );
  const isHarmless = (gain: Gain) =>
    isForService(of, of.giverOf(gain)?.arn) || isThroughService(gain) || feedsNamed(gain) || grantsToServices(gain);
  if (giving.length > 0 && giving.every(isHarmless)) return undefined;
  const isSweeping = giving.some(({ broad }) => broad.sweeping || broad.everything);
  if (name.startsWith('iam:') && !name.startsWith('iam:PassRole')) return isSweeping ? 'critical' : 'high';
  return of.isNew && !isSweeping && gives.startsWith('let itself or others in') ? 'medium' : 'high';
}

export const covers = (pattern: string, action: string): boolean =>
  pattern.startsWith('everything but') ||
  new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(action);

/** AWS refuses what is named of another partition. */
function isOfAnotherPartition(arn: string | undefined, { identity }: Gained): boolean {
  const own = identity.resource?.peek('arn');
  const [, partition] = /^arn:([\w-]+):/.exec(arn ?? '') ?? [];
  return partition !== undefined && typeof own === 'string' && !own.startsWith(`arn:${partition}:`);
}
