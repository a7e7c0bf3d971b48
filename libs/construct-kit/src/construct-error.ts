import { Construct, type IConstruct } from 'constructs';
import { isLate } from './late';

/** What is wrong with a prop, and what to do about it. */
export interface Problem {
  /** The prop, as written by the caller: `tokenValidity.accessMinutes`, or a route and its prop: `GET /me, auth`. */
  readonly prop: string;
  /** What it takes: `a whole number from 5 to 1440`. */
  readonly expected: string;
  /** What was given, as is. */
  readonly found: unknown;
  /** What to do: a question, or a sentence without its full stop. */
  readonly fix: string;
}

/** A mistake in the use of a construct: where, what was expected, what was found, what to do. */
export class ConstructError extends Error {
  /** Path of the construct in the tree: `local-identity/users/app`. */
  readonly path: string;

  constructor(construct: IConstruct, problem: Problem) {
    const { path } = construct.node;
    // The app itself has no path.
    super([path, describe(problem)].filter((part) => part !== '').join(', '));
    this.name = 'ConstructError';
    this.path = path;
  }
}

/** A problem in words, for a validation, whose construct is named by who runs it. */
export const describe = ({ prop, expected, found, fix }: Problem): string =>
  `${prop}: expected ${expected}, found ${show(found)}. ${fix}${fix.endsWith('?') ? '' : '.'}`;

const LATE = 'a value that is known when Terraform runs';
/** What cdktf writes for it. */
const references = /[$#]\{TfToken\[TOKEN\.\d+\]\}/g;
const reference = new RegExp(`^${references.source}$`);

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Construct.isConstruct(value)) return `the construct ${value.node.path}`;
  if (typeof value === 'function') return `the function ${value.name}`.trim();
  if (isLate(value) && (typeof value !== 'string' || reference.test(value))) return LATE;
  // JSON has no words for what is no finite number.
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value).replace(references, '${…}');
  } catch {
    // It holds itself, or something else that JSON has no words for.
    return `an object with ${Object.keys(value as object).join(', ')}`;
  }
}
