import { PARTS, PART_WORDS, type Part } from './parts';
import type { ChangeReview, EnvironmentReview, Review, StackReview } from '../model/review';

/**
 * What a new plan does differently from the reviewed one, a line each. Empty: both do the same.
 * Environments are compared by name; one that was not reviewed is reported as such.
 */
export function changesSince(reviewed: Review, current: Review): string[] {
  return current.environments.flatMap((environment) => {
    const before = reviewed.environments.find(({ name }) => name === environment.name);
    if (!before) return [`${environment.name ?? 'this environment'} is not in the review`];
    return environmentChanges(before, environment);
  });
}

function environmentChanges(before: EnvironmentReview, after: EnvironmentReview): string[] {
  if (before.digest !== undefined && before.digest === after.digest) return [];
  const gone = before.stacks.filter((stack) => !after.stacks.some(({ name }) => name === stack.name));
  return [
    ...gone.map(({ name }) => `${name}: was reviewed, but has no plan now`),
    ...after.stacks.flatMap((stack) => {
      const old = before.stacks.find(({ name }) => name === stack.name);
      return old ? stackChanges(old, stack) : [`${stack.name}: is not in the review`];
    }),
  ];
}

function stackChanges(before: StackReview, after: StackReview): string[] {
  if (before.digest !== undefined && before.digest === after.digest) return [];
  const lines: string[] = [];
  if (before.status !== after.status) lines.push(`was "${before.status}", is "${after.status}"`);
  const old = new Map(before.changes.map((change) => [keyOf(change), change]));
  for (const change of after.changes) {
    const was = old.get(keyOf(change));
    old.delete(keyOf(change));
    if (!was) lines.push(`new: ${change.action} ${change.address}`);
    else if (was.action !== change.action) lines.push(`${change.address}: was ${was.action}, is ${change.action}`);
    else if (was.fingerprint !== change.fingerprint) lines.push(`${change.address}: ${difference(was, change)}`);
  }
  for (const { action, address } of old.values()) lines.push(`no longer: ${action} ${address}`);
  lines.push(
    ...listChanges('check', before.checks.map(of), after.checks.map(of)),
    ...listChanges('output', before.outputs.map(outputOf), after.outputs.map(outputOf)),
    ...listChanges('deferred', before.deferred.map(deferredOf), after.deferred.map(deferredOf)),
    ...listChanges('action', before.actionInvocations, after.actionInvocations),
  );
  lines.push(...partsThatDiffer(before, after, lines.length > 0));
  return (lines.length > 0 ? lines : ['differs']).map((line) => `${after.name}: ${line}`);
}

/** Parts of the digest of which a review has no more than a hash. */
function partsThatDiffer(before: StackReview, after: StackReview, isSaid: boolean): string[] {
  const [was, is] = [before.digestParts ?? {}, after.digestParts ?? {}];
  return PARTS.filter((part) => was[part] !== is[part] && !(isSaid && SHOWN.has(part))).map(
    (part) => `other than reviewed: ${PART_WORDS[part]}`,
  );
}

/** Of these a review has lines of its own. */
const SHOWN: ReadonlySet<Part> = new Set(['changes', 'deferred', 'outputs', 'status']);

function difference(was: ChangeReview, is: ChangeReview): string {
  const values = is.attributes
    .filter(({ name, before, after }) => {
      const old = was.attributes.find((attribute) => attribute.name === name);
      return old?.before !== before || old?.after !== after;
    })
    .map(({ name, before = 'not set', after = 'not set' }) => `${name} ${before} -> ${after}`);
  const names = [
    ...is.changed.filter((name) => !was.changed.includes(name)),
    ...was.changed.filter((name) => !is.changed.includes(name)),
  ];
  const shown = [...values, ...(names.length > 0 ? [`other arguments: ${names.join(', ')}`] : [])];
  return `still ${is.action}, but ${shown.length > 0 ? shown.join('; ') : 'with other values'}`;
}

const listChanges = (what: string, before: readonly string[], after: readonly string[]): string[] => [
  ...after.filter((line) => !before.includes(line)).map((line) => `new ${what}: ${line}`),
  ...before.filter((line) => !after.includes(line)).map((line) => `no longer ${what}: ${line}`),
];

const keyOf = ({ address, deposed = '' }: ChangeReview): string => `${address}\n${deposed}`;
const of = ({ address, status }: StackReview['checks'][number]): string => `${address} ${status}`;
const outputOf = ({ action, name }: StackReview['outputs'][number]): string => `${action} ${name}`;
const deferredOf = ({ action, address }: StackReview['deferred'][number]): string => `${action} ${address}`;
