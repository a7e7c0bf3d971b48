import { isDeepStrictEqual } from 'node:util';
import { attributesByAddress, type StateFile } from '../state-file';

/** What came back of a saved state. */
export interface StateComparison {
  /** How many resources and outputs came back. */
  readonly resources: number;
  readonly outputs: number;
  /** Outputs with another value, which the ids in them explain. */
  readonly otherValues: readonly string[];
  /** What did not come back, and what is new. */
  readonly differences: readonly string[];
}

/** Compares a saved state with what was made from it, by addresses and names: ids are other ones. */
export function compareStates(saved: StateFile, made: StateFile | undefined): StateComparison {
  const [before, after] = [attributesByAddress(saved), attributesByAddress(made)];
  const [were, are] = [saved.outputs ?? {}, made?.outputs ?? {}];
  const lost = [...before.keys()].filter((address) => !after.has(address));
  const added = [...after.keys()].filter((address) => !before.has(address));
  const names = Object.keys(were).filter((name) => Object.hasOwn(are, name));
  return {
    resources: before.size - lost.length,
    outputs: names.length,
    otherValues: names.filter((name) => !isDeepStrictEqual(were[name]?.value, are[name]?.value)),
    differences: [
      ...lost.map((address) => `${address} is in the backup, and was not made again`),
      ...added.map((address) => `${address} was made, and is not in the backup: the code has it since`),
      ...without(were, are).map((name) => `output ${name} is in the backup, and not in what was made`),
      ...without(are, were).map((name) => `output ${name} is new, and not in the backup`),
    ],
  };
}

const without = (these: object, others: object): string[] =>
  Object.keys(these).filter((name) => !Object.hasOwn(others, name));
