import { type PlanJson } from '../plan-json';
import { readStackConfig } from '../stack-config';
import { attributesByAddress, type StateFile } from '../state-file';
import { outputsRead, placeOf, placesRead } from '../state-place';
import { type Stack } from '../stacks';
import { type Loss, lossesOf } from './losses';
import { stringsIn } from './strings-in';

/** What is known about a stack before it is applied. */
export interface StackFacts {
  readonly stack: Stack;
  /** Nothing when it cannot be planned yet, or no one can miss what its plan takes away. */
  readonly plan?: PlanJson;
  /** As applied; nothing when it never was. */
  readonly state?: StateFile;
}

/** One stack that has to be applied before another, and why. */
export interface Constraint {
  readonly first: Stack;
  readonly then: Stack;
  /** Outputs of `first` that `then` needs and that the last apply did not give it. */
  readonly needs?: readonly string[];
  /** What `then` takes away, and where `first` uses it until it is applied. */
  readonly uses?: Loss & { readonly at: string };
}

/** Which order the stacks must have: writers first for what is new or changes, readers first for what goes away. */
export const constraintsOf = (all: readonly StackFacts[]): Constraint[] =>
  all.flatMap((upstream) => {
    const losses = upstream.plan === undefined ? [] : lossesOf(upstream.plan);
    return all
      .filter((reader) => reader !== upstream)
      .flatMap((reader) => [...needOf(reader, upstream), ...useOf(reader, upstream, losses)]);
  });

function needOf({ stack }: StackFacts, upstream: StackFacts): Constraint[] {
  const read = outputsRead(readStackConfig(stack)).get(placeOf(upstream.stack) ?? '') ?? new Set<string>();
  const needs = [...read].filter((output) => isNew(output, upstream)).sort();
  return needs.length > 0 ? [{ first: upstream.stack, then: stack, needs }] : [];
}

function isNew(output: string, { plan, state }: StackFacts): boolean {
  const actions = plan?.output_changes?.[output]?.actions;
  if (actions !== undefined) return actions.includes('create') || actions.includes('update');
  return state?.outputs?.[output] === undefined;
}

function useOf({ stack, state }: StackFacts, upstream: StackFacts, losses: readonly Loss[]): Constraint[] {
  if (losses.length === 0 || !placesRead(state).has(placeOf(upstream.stack) ?? '')) return [];
  return losses.flatMap((loss) => {
    const at = userOf(loss, state);
    return at === undefined ? [] : [{ first: stack, then: upstream.stack, uses: { ...loss, at } }];
  });
}

/** Shorter values are likely to be in others by chance. */
const TELLING = 8;

function userOf({ values }: Loss, state: StateFile | undefined): string | undefined {
  const uses = (text: string): boolean =>
    values.some((value) => text === value || (value.length >= TELLING && text.includes(value)));
  return [...attributesByAddress(state)].find(([, attributes]) => stringsIn(attributes).some(uses))?.[0];
}
