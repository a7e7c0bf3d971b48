import { isObject } from '@gatehouse/checks';
import { type PolicyDocument, type PolicyKind } from '../model';
import { readPolicy, type Policy } from '../read/policy';
import { hasSymbol } from './language/symbol';
import { managedPolicy } from './managed/managed';
import { type AttachedPolicy, type Undecided } from './model';
import { withoutUnknowns } from './substitute';
import { Unknown } from './unknown';

export interface ReadPolicies {
  readonly policies: readonly Policy[];
  /** As `evaluate` takes them; `undefined` where something in them is not known. */
  readonly documents: readonly PolicyDocument[] | undefined;
  readonly undecided: readonly Undecided[];
}

type Side = Undecided['side'];

export function readAll(kind: PolicyKind, side: Side, attached: readonly AttachedPolicy[]): ReadPolicies {
  const read = attached.map((each) => readOne(kind, side, each));
  return {
    policies: read.flatMap(({ policies }) => policies),
    documents: read.some(({ documents }) => !documents) ? undefined : read.flatMap(({ documents }) => documents ?? []),
    undecided: read.flatMap(({ undecided }) => undecided),
  };
}

function readOne(kind: PolicyKind, side: Side, attached: AttachedPolicy): ReadPolicies {
  if ('document' in attached) return readDocument(kind, side, attached.name, attached.document);
  const { managed, name = 'a managed policy' } = attached;
  if (managed instanceof Unknown) return notRead(side, name, managed.because);
  const document = managedPolicy(managed);
  return document
    ? readDocument(kind, side, name === 'a managed policy' ? managed : name, document)
    : notRead(side, managed, 'what this managed policy allows is not known');
}

const notRead = (side: Side, policy: string, reason: string): ReadPolicies => ({
  policies: [],
  documents: undefined,
  undecided: [{ side, policy, reason }],
});

function readDocument(kind: PolicyKind, side: Side, name: string, document: unknown): ReadPolicies {
  if (document instanceof Unknown) return notRead(side, name, document.because);
  const parsed = parse(document);
  if (!isObject(parsed)) return notRead(side, name, 'it is no JSON object');
  if (isRefused(parsed)) return notRead(side, name, 'it has characters that IAM refuses, or is nested too deep');
  const known = withoutUnknowns(parsed, side);
  const policy = readPolicy(kind, { name, document: known.document });
  const problems = policy.problems
    .map(({ message }) => (message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message))
    .filter((message) => !hasSymbol(message));
  return {
    policies: [policy],
    documents: known.changed || policy.problems.length > 0 ? undefined : [{ name, document: parsed }],
    undecided: [...known.missing, ...problems].map((reason) => ({ side, policy: name, reason })),
  };
}

function parse(document: unknown): unknown {
  if (typeof document !== 'string') return document;
  try {
    return JSON.parse(document);
  } catch {
    return undefined;
  }
}

function isRefused(document: unknown): boolean {
  try {
    return hasSymbol(JSON.stringify(document));
  } catch {
    return true;
  }
}
