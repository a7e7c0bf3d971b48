import { SetupError } from '../errors';
import { type Stack } from '../stacks';
import { type Constraint, constraintsOf, type StackFacts } from './constraints';
import { describeConflict, describeReadersFirst } from './describe-order';

export interface ApplyOrder {
  readonly stacks: readonly Stack[];
  /** Why some stacks come before those that they read; empty when none does. */
  readonly notes: readonly string[];
}

/** Stacks need each other's change first: no order of them is safe. */
export class OrderConflictError extends SetupError {
  override name = 'OrderConflictError';
}

/**
 * The order in which stacks are applied: after those that they read, but before one of them that deletes what they use
 * until then.
 *
 * @param all every stack after those that it reads
 * @throws OrderConflictError when stacks need both orders at once
 */
export function applyOrder(all: readonly StackFacts[]): ApplyOrder {
  const constraints = constraintsOf(all);
  const given = all.map(({ stack }) => stack);
  const waiting = [...given];
  const stacks: Stack[] = [];
  while (waiting.length > 0) {
    const free = waiting.filter((stack) => !isHeld(stack, waiting, constraints));
    const next = free.find((stack) => !followsOneOf(waiting, stack, constraints)) ?? free[0];
    if (next === undefined) throw new OrderConflictError(describeConflict(cycleOf(waiting, constraints), given));
    stacks.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  const notes = constraints
    .filter(({ first, then }) => given.indexOf(first) > given.indexOf(then))
    .map(describeReadersFirst);
  return { stacks, notes: [...new Set(notes)] };
}

const isHeld = (stack: Stack, waiting: readonly Stack[], constraints: readonly Constraint[]): boolean =>
  constraints.some(({ first, then }) => then === stack && waiting.includes(first));

/** A stack that reads another comes after it, unless it has to come before. */
const followsOneOf = (waiting: readonly Stack[], stack: Stack, constraints: readonly Constraint[]): boolean =>
  waiting
    .filter(({ name }) => stack.dependencies.includes(name))
    .some((other) => !constraints.some(({ first, then }) => first === stack && then === other));

/** @returns constraints of which each one's `first` is the next one's `then` */
function cycleOf(waiting: readonly Stack[], constraints: readonly Constraint[]): Constraint[] {
  const path: Constraint[] = [];
  // Every stack that waits is held by one that waits too, so going back from any ends in a cycle.
  for (let stack = waiting[0]; ; stack = path.at(-1)?.first) {
    const start = path.findIndex(({ then }) => then === stack);
    if (start >= 0) return path.slice(start);
    path.push(constraints.find(({ first, then }) => then === stack && waiting.includes(first))!);
  }
}
