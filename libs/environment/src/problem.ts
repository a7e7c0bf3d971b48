import { type JsonPath, formatPath } from './read/json';

/** One thing that is wrong with an environment: where, what was expected, what was found, what to do. */
export interface Problem {
  /** Where the wrong value is written: a file relative to the workspace, or an environment variable. */
  readonly file: string;
  /** One-based. Absent when the problem is not at a place in a file. */
  readonly line?: number;
  readonly column?: number;
  /** JSON path of the value, such as `clients.app.scopes[0]`; empty for the whole file. */
  readonly path: string;
  /** What the field is. */
  readonly about?: string;
  readonly expected: string;
  readonly found: string;
  /** What to do about it. */
  readonly fix: string;
}

/** What a check has to say about a path, before anyone knows in which file that path was written. */
export interface Complaint {
  readonly path: JsonPath;
  readonly about?: string;
  readonly expected: string;
  /** @default - the value at the path, as written */
  readonly found?: string;
  readonly fix: string;
  /** Other values that led to it: when one of them is itself wrong, the complaint may not be true. */
  readonly reads?: readonly JsonPath[];
}

export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  return [
    `${place}${problem.path === '' ? '' : `  ${problem.path}`}`,
    ...(problem.about === undefined ? [] : [`  about     ${problem.about}`]),
    `  expected  ${problem.expected}`,
    `  found     ${problem.found}`,
    `  to do     ${problem.fix}`,
  ].join('\n');
}

/** True when one of the paths is the other, or lies inside it. */
export function overlap(one: JsonPath, other: JsonPath): boolean {
  const shared = Math.min(one.length, other.length);
  return formatPath(one.slice(0, shared)) === formatPath(other.slice(0, shared));
}
