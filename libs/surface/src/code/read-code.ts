import { changedArguments } from '../changes/changed';
import type { PlanChanges, PlannedChange } from '../changes/planned-change';
import type { Located, Unread } from '../model';
import { isUnknown } from '../model/value';
import { synthesizedResources, type SynthesizedResources, type SynthesizedStack } from '../synth/resources';
import type { PlanReading } from '../terraform/plan';
import type { Resource } from '../terraform/resource';
import { movesIn } from './moves';
import { replacingOf } from './replaced';

/** The code of one environment: `cdk.tf.json` by stack name. */
type Code = Readonly<Record<string, SynthesizedStack>>;

/** Stacks that have no plan, because one that they depend on is not applied yet. */
export interface CodeOfStacks {
  /** Names of the stacks that are read from code. */
  readonly stacks: readonly string[];
  /** At the commit that is compared with; a stack that is not in it is new. */
  readonly before: Code;
  /** Of all stacks of the environment: one reads what another one says. */
  readonly after: Code;
}

/**
 * Reads stacks from their code as if it were planned: before, what the base commit says; after, what is synthesized now. What only
 * AWS decides is `Unknown`. Which changes replace a resource is said where a replacement loses something (`replaced.ts`).
 *
 * @param planned what the plans of other stacks know, on both sides
 */
export function readCode(
  { stacks, before, after }: CodeOfStacks,
  planned: Pick<PlanReading, 'before' | 'after'>,
): ReadCode {
  const was = synthesized(before, planned.before);
  const becomes = synthesized(after, planned.after);
  const ofStack = <T extends Located>(all: readonly T[], name: string) => all.filter(({ stack }) => stack === name);
  const readings = stacks.map((stack) => {
    const sides = { before: ofStack(was.resources, stack), after: ofStack(becomes.resources, stack) };
    return { ...sides, changes: changesOf(stack, sides, movesIn(after[stack])) };
  });
  return { readings, unread: stacks.flatMap((stack) => ofStack(becomes.unread, stack)) };
}

interface ReadCode {
  readonly readings: readonly PlanReading[];
  /** Modules: only a plan tells what is in them. */
  readonly unread: readonly Unread[];
}

/** Scopes of code begin where those of plans cannot be. */
const FIRST_SCOPE = 1_000_000;

function synthesized(code: Code, planned: readonly Resource[]): SynthesizedResources {
  if (Object.keys(code).length === 0) return { resources: [], unread: [] };
  const known = new Map(planned.map((resource) => [keyOf(resource.stack, resource.address), resource]));
  return synthesizedResources(
    code,
    (stack, address, attribute) => {
      const value = known.get(keyOf(stack, address))?.raw(attribute);
      return isUnknown(value) ? undefined : value;
    },
    FIRST_SCOPE,
  );
}

function changesOf(
  stack: string,
  { before, after }: Pick<PlanReading, 'before' | 'after'>,
  moves: ReadonlyMap<string, string>,
): PlanChanges {
  const old = new Map(before.filter(isManaged).map((resource) => [resource.address, resource]));
  const changes = after.filter(isManaged).map((resource) => {
    const previous = old.has(resource.address) ? undefined : moves.get(resource.address);
    const was = old.get(previous ?? resource.address);
    if (was) old.delete(was.address);
    return changeOf(was, resource, previous);
  });
  const gone = [...old.values()].map((resource) => changeOf(resource, undefined));
  return { stack, changes: [...changes, ...gone], drift: [], outputs: [], commands: [], status: FROM_CODE };
}

function changeOf(before: Resource | undefined, after: Resource | undefined, previous?: string): PlannedChange {
  const [was, becomes] = [before?.arguments, after?.arguments];
  const changed = changedArguments(was ?? null, becomes ?? null, {});
  const { type, address } = (after ?? before) as Resource;
  const replacing = before && after ? replacingOf(type, changed) : [];
  const action = !before ? 'create' : !after ? 'delete' : changed.length === 0 ? 'no-op' : 'update';
  // In which order, only a plan tells.
  const [done, actions] =
    replacing.length > 0 ? (['replace', ['create', 'delete']] as const) : ([action, [action]] as const);
  return {
    ...(after ?? (before as Resource)).located,
    type,
    name: /\.([^.[]+)(?:\[.*)?$/.exec(address)?.[1] ?? address,
    mode: 'managed',
    action: done,
    actions,
    ...(before && previous !== undefined && { previousAddress: previous }),
    imported: false,
    replacePaths: replacing,
    before: was,
    after: becomes,
    changed: action === 'no-op' ? [] : changed,
  };
}

const FROM_CODE: PlanChanges['status'] = {
  fromCode: true,
  errored: false,
  complete: true,
  applyable: undefined,
  terraformVersion: undefined,
  checks: [],
  deferred: [],
  actionInvocations: [],
};

const isManaged = ({ mode }: Resource): boolean => mode === 'managed';

const keyOf = (stack: string | undefined, address: string): string => `${stack ?? ''} ${address}`;
