import { type RequestRecord } from '../contract';
import { getRequests } from '../server/client';
import { type CallRequest } from './request';
import { signedUrl } from './sign';

/** What became of a request. */
export interface Outcome {
  readonly request: CallRequest;
  /** Absent: the browser keeps it from this page, or there is none. */
  readonly answer?: Answer;
  /** As the gateway saw it; absent: it did not. */
  readonly record?: RequestRecord;
  /** What the browser asked first. */
  readonly preflight?: RequestRecord;
}

export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** Those that CORS lets a page see. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly milliseconds: number;
}

/** Sends it as any page of this origin would, and asks the gateway what it made of it. */
export async function send(request: CallRequest): Promise<Outcome> {
  const { newest } = await getRequests(NONE);
  const answer = await answerOf(request);
  const seen = await recordsAfter(newest, request.method, new URL(request.url).pathname);
  const found = (method: string) => seen.findLast((each) => each.method === method);
  const [record, preflight] = [found(request.method), found('OPTIONS')];
  return { request, ...(answer && { answer }), ...(record && { record }), ...(preflight && { preflight }) };
}

/** A number that no request has. */
const NONE = 999_999_999_999_999;

async function answerOf(request: CallRequest): Promise<Answer | undefined> {
  const { body, headers, method } = request;
  const url = await signedUrl(request);
  const start = performance.now();
  try {
    const answer = await fetch(url, { ...{ method, headers, body }, cache: 'no-store', credentials: 'omit' });
    const text = await answer.text();
    const milliseconds = Math.round(performance.now() - start);
    const { status, statusText } = answer;
    return { status, statusText, headers: [...answer.headers], body: text, milliseconds };
  } catch {
    return undefined;
  }
}

/** A record is written when the answer is, so it may come a moment later. */
async function recordsAfter(number: number, method: string, path: string): Promise<readonly RequestRecord[]> {
  let own: readonly RequestRecord[] = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    const { requests } = await getRequests(number);
    own = requests.filter((each) => each.origin === location.origin && each.path.split('?')[0] === path);
    if (own.some((each) => each.method === method)) return own;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return own;
}
