import { type Aws } from './aws';

/** Something AWS does, moto alone does not, and our additions make moto do. */
export interface Gap {
  /** As docs/emulator.md lists it. */
  name: string;
  /** Fails where the gap is open. */
  prove: (aws: Aws, made: Made) => Promise<void>;
  /** Succeeds with and without our additions, so that only `prove` can tell them apart. */
  set: (aws: Aws) => Promise<Made>;
}

/** Identifiers that `set` made. */
export type Made = Record<string, string>;

/** Collects gaps that start from the same setting. */
export function gapsFrom(set: Gap['set']) {
  return (name: string, prove: Gap['prove']): Gap => ({ name, set, prove });
}
