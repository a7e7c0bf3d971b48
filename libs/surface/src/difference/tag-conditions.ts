import type { PlannedChange } from '../changes/planned-change';
import { isObject } from '../terraform/unreadable';

/** A condition of a policy on a tag of who calls, or of what is called. */
export interface TagCondition {
  /** The resource with the policy. */
  readonly at: PlannedChange;
  readonly of: 'principal' | 'resource';
  /** The key of the tag, in lower case: IAM compares it without case. */
  readonly key: string;
  /** Whether the statement allows something where the tag has the value. Undefined: not decided by the value alone. */
  readonly allows: (value: string) => boolean | undefined;
}

/** The conditions on tags in all policies that a plan leaves in place, changed by it or not. */
export const tagConditions = (changes: readonly PlannedChange[]): readonly TagCondition[] =>
  changes.flatMap((at) =>
    Object.values(at.after ?? {}).flatMap((value) =>
      statementsIn(value).flatMap((statement) => conditionsOf(at, statement)),
    ),
  );

type Statement = Readonly<Record<string, unknown>>;

function statementsIn(value: unknown): readonly Statement[] {
  const document = typeof value === 'string' && /^\s*\{/.test(value) && TAG.test(value) ? parsed(value) : value;
  return isObject(document) && 'Statement' in document ? [document['Statement']].flat().filter(isObject) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function conditionsOf(at: PlannedChange, statement: Statement): readonly TagCondition[] {
  const operators = isObject(statement['Condition']) ? Object.entries(statement['Condition']) : [];
  const named = operators.flatMap(([operator, keys]) =>
    Object.entries(isObject(keys) ? keys : {}).flatMap(([name, values]): TagCondition[] => {
      const [, kind, key] = KEY.exec(name) ?? [];
      if (kind === undefined || key === undefined) return [];
      const of = /^principal/i.test(kind) ? 'principal' : 'resource';
      const isAllow = statement['Effect'] === 'Allow';
      return [{ at, of, key: key.toLowerCase(), allows: isAllow ? matchOf(operator, [values].flat()) : unknown }];
    }),
  );
  const variables = [...JSON.stringify(statement).matchAll(VARIABLE)].map(([, key = '']): TagCondition => ({
    at,
    of: 'principal',
    key: key.toLowerCase(),
    allows: unknown,
  }));
  return [...named, ...variables];
}

const TAG = /tag\//i;
const KEY = /^[a-z0-9-]+:(resource|principal|existingobject)tag\/(.+)$/i;
const VARIABLE = /\$\{aws:principaltag\/([^},]+)/gi;

const unknown = (): undefined => undefined;

/** How a positive operator compares; others, and values with variables, are not decided here. */
function matchOf(operator: string, values: readonly unknown[]): TagCondition['allows'] {
  const [, name] =
    /^(?:ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike)(?:IfExists)?$/.exec(operator) ?? [];
  if (name === undefined || values.some((value) => typeof value !== 'string' || value.includes('${'))) return unknown;
  const patterns = values.map((value) => patternOf(String(value), name));
  return (value) => patterns.some((pattern) => pattern.test(value));
}

function patternOf(text: string, operator: string): RegExp {
  const exact = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = operator === 'StringLike' ? exact.replaceAll('\\*', '.*').replaceAll('\\?', '.') : exact;
  return new RegExp(`^${pattern}$`, operator === 'StringEqualsIgnoreCase' ? 'is' : 's');
}
