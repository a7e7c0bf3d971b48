import { type Answer } from './http';

/** What a check saw, next to what it wanted. */
export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly found: string;
}

export interface Expectation {
  readonly status: number;
  /** The whole body. */
  readonly body?: string;
  /** The body parsed as JSON must satisfy this. */
  readonly json?: { readonly says: string; readonly holds: (value: never) => boolean };
  /** Header name, lower case -> exact value; null: the header must be absent. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export function evaluate(name: string, answer: Answer, expected: Expectation): CheckResult {
  const wanted = [`${expected.status}`];
  const found = [`${answer.status}`];
  let ok = answer.status === expected.status;
  if (expected.body !== undefined) {
    wanted.push(expected.body);
    found.push(shorten(answer.body));
    ok &&= answer.body === expected.body;
  }
  if (expected.json) {
    const holds = satisfies(answer.body, expected.json.holds);
    wanted.push(expected.json.says);
    found.push(holds ? expected.json.says : shorten(answer.body));
    ok &&= holds;
  }
  for (const [header, value] of Object.entries(expected.headers ?? {})) {
    wanted.push(`${header}: ${value ?? '(absent)'}`);
    found.push(`${header}: ${answer.headers.get(header) ?? '(absent)'}`);
    ok &&= answer.headers.get(header) === value;
  }
  return { name, ok, expected: wanted.join(' '), found: found.join(' ') };
}

function satisfies(body: string, holds: (value: never) => boolean): boolean {
  try {
    return holds(JSON.parse(body) as never);
  } catch {
    return false;
  }
}

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}...` : text);
