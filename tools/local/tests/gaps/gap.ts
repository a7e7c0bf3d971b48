import { type RowText } from '../../testing/conformance';
import { type Aws } from './aws';

/** Something AWS does, moto alone does not, and our additions make moto do. */
export interface Gap {
  /** As docs/emulator.md lists it, or docs/identity-conformance.md. */
  name: string;
  /** Fails where the gap is open. */
  prove: (aws: Aws, made: Made) => Promise<void>;
  /** Succeeds with and without our additions, so that only `prove` can tell them apart. */
  set: (aws: Aws) => Promise<Made>;
}

/** A gap of Cognito, STS or credentials: a row of docs/identity-conformance.md. */
export type IdentityGap = Gap & RowText;

/** Identifiers that `set` made. */
export type Made = Record<string, string>;

/** Collects gaps that start from the same setting. */
export function gapsFrom(set: Gap['set']) {
  return (name: string, prove: Gap['prove']): Gap => ({ name, set, prove });
}

/** Collects gaps of Cognito, STS or credentials that start from the same setting; `source` is the AWS page. */
export function identityGapsFrom(set: Gap['set']) {
  return (name: string, source: string, prove: Gap['prove']): IdentityGap => ({ name, source, set, prove });
}

/** A row whose behaviour is another one than AWS's on purpose, and why. */
export const differs = (row: IdentityGap, why: string): IdentityGap => ({ ...row, differs: why });

/** One setting that all gaps of an emulator share; what they change in it must not matter to the next. */
export function once(set: Gap['set']): Gap['set'] {
  const made = new Map<string, Promise<Made>>();
  return (aws) => {
    const before = made.get(aws.url) ?? set(aws);
    made.set(aws.url, before);
    return before;
  };
}
