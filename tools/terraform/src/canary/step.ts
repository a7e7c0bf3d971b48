import { type CanaryRecord } from '@gatehouse/checks';
import { SetupError } from '../errors';
import { type Canary } from './canaries';
import { type Served } from './served';

export type Step = 'promote' | 'rollback';

/** What is kept of a canary after a step. */
export const recordAfter = (step: Step, { variables, version }: Canary, before: CanaryRecord): CanaryRecord =>
  step === 'promote' ? { everyone: version, ...(variables && { variables }) } : { ...before, takenBack: version };

/**
 * The canary that a step is about.
 *
 * @throws SetupError when none serves a part of the requests, and when several do
 */
export function theCanary(canaries: readonly [Canary, ...Canary[]], environment: string, step: Step): Canary {
  const [canary, ...others] = canaries.filter(({ audience }) => audience === 'some');
  if (canary === undefined) {
    throw new SetupError([`There is nothing to ${verbs[step]}:`, ...canaries.map(idle)].join('\n'));
  }
  if (others.length === 0) return canary;
  const names = [canary, ...others].map(({ api }) => api).join(', ');
  throw new SetupError(
    `${environment} has several canaries. Name one of ${names}: npx nx canary ${environment} --${step} --api ${canary.api}`,
  );
}

/** @throws SetupError when the canary serves something else than the code says, or the same as everyone gets */
export function refuseUndeployed({ api, ...canary }: Canary, served: Served, environment: string, step: Step): void {
  const { version } = canary;
  if (served.canary?.configuration !== canary.configuration || !same(served.canary?.variables, canary.variables)) {
    const found = served.canary === undefined ? 'no canary' : 'another one';
    throw new SetupError(
      `${api}: expected a canary with what the code says now, version ${short(version)}, found ${found} in AWS. ` +
        `Deploy it ("npx nx deploy ${environment}") and look at it first, or check out what is deployed.`,
    );
  }
  if (isTheSame(served)) {
    throw new SetupError(
      `${api}: expected a canary that serves something new, found one that serves what everyone gets. There is nothing to ` +
        `${verbs[step]}: deploy a change first.`,
    );
  }
}

/** The beginning of a version, for people. */
export const short = (version: string): string => version.slice(0, 8);

const verbs: Readonly<Record<Step, string>> = { promote: 'promote', rollback: 'take back' };

const idle = ({ api, audience, version }: Canary): string =>
  audience === 'everyone'
    ? `  ${api}: everyone gets what the code says, version ${short(version)}.`
    : `  ${api}: what the code says, version ${short(version)}, was taken back. Change the API: the next version has a canary.`;

/** Before the first change both serve what was deployed first. */
function isTheSame({ canary, everyone }: Served): boolean {
  const variables = Object.entries(canary?.variables ?? {});
  return (
    canary?.configuration === everyone?.configuration &&
    variables.every(([name, value]) => everyone?.variables[name] === value)
  );
}

function same(some: Variables = {}, others: Variables = {}): boolean {
  const names = Object.keys({ ...some, ...others });
  return names.every((name) => some[name] === others[name]);
}

type Variables = Readonly<Record<string, string>>;
