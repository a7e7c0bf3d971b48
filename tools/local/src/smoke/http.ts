export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** One HTTP call; whatever the server answers is an answer, only a broken connection throws. */
export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(60_000) });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
