import { unknown } from '../model/value';
import { inside, type Step } from './names';
import type { Block, StackConfig } from './stack-config';

/** Where an expression stands. */
export interface Place {
  readonly config: StackConfig;
  /** `each.key`, `each.value` and `count.index` of a repeated block. */
  readonly each?: { readonly key: string | number; readonly value: unknown };
  /** What `for` and `templatefile` give names to. */
  readonly names?: Readonly<Record<string, unknown>>;
  /** Absent: in a root module. */
  readonly module?: {
    /** `module.api["blue"]` */
    readonly address: string;
    /** The block that calls it. */
    readonly call: Readonly<Record<string, unknown>>;
    /** Where that block stands. */
    readonly parent: Place;
  };
}

/** The whole address of what has this one in its module. */
export const within = ({ module }: Place, address: string): string =>
  module ? `${module.address}.${address}` : address;

export function eachValue(steps: readonly Step[], each: Place['each']): unknown {
  if (!each) return unknown();
  return steps[0] === 'key' ? each.key : inside(each.value, steps.slice(1));
}

/** The argument that an attribute repeats. */
export const writtenAs = ({ type }: Block, attribute: string): string =>
  type === 'terraform_data' && attribute === 'output' ? 'input' : attribute;
