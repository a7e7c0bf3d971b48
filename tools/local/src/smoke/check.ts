import { type Answer } from './http';

/** What a check saw, next to what it wanted. */
export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly found: string;
}

export interface Expectation {
  /**
   * `let in`: what is behind the API answers, and does not fail. `let in or fails`: it may fail, because what it was sent is a
   * guess. A number: API Gateway's own answer.
   */
  readonly status: number | 'let in' | 'let in or fails';
  /** The whole body. */
  readonly body?: string;
  /** Header name, lower case -> exact value, or one of a few; null: the header must be absent. */
  readonly headers?: Readonly<Record<string, string | null | readonly string[]>>;
}

export function evaluate(name: string, answer: Answer, expected: Expectation): CheckResult {
  const wanted = [`${expected.status}`];
  const found = [`${answer.status}`];
  let ok = typeof expected.status === 'number' ? answer.status === expected.status : letIn(answer, expected.status);
  if (!ok || expected.body !== undefined) found.push(shorten(answer.body));
  if (expected.body !== undefined) {
    wanted.push(expected.body);
    ok &&= answer.body === expected.body;
  }
  for (const [header, value] of Object.entries(expected.headers ?? {})) {
    const actual = answer.headers.get(header);
    wanted.push(`${header}: ${[value ?? '(absent)'].flat().join(' or ')}`);
    found.push(`${header}: ${actual ?? '(absent)'}`);
    ok &&= [value].flat().includes(actual);
  }
  return { name, ok, expected: wanted.join(' '), found: found.filter(Boolean).join(' ') };
}

/** API Gateway marks the answers that are its own: a REST API by a header, an HTTP API by its words alone. */
function letIn(answer: Answer, wanted: 'let in' | 'let in or fails'): boolean {
  const { body, headers, status } = answer;
  const ofHttpApi = headers.get('apigw-requestid') !== null && OWN_WORDS.includes(body);
  const own = headers.get('x-amzn-errortype') !== null || ofHttpApi;
  // What comes of a function that fails.
  const failed = ofHttpApi ? 500 : 502;
  return wanted === 'let in' ? !own && status < 500 : !own || status === failed;
}

const OWN_WORDS = [
  'Unauthorized',
  'Forbidden',
  'Not Found',
  'Too Many Requests',
  'Internal Server Error',
  'Service Unavailable',
].map((message) => JSON.stringify({ message }));

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}...` : text);
