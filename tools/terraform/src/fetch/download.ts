import type { ReadableStream } from 'node:stream/web';
import { SetupError } from '../errors';

/**
 * What a URL holds.
 *
 * @param report gets how much is there, at most ten times
 * @throws SetupError when the server cannot be reached, breaks off, or answers anything but 200
 */
export async function download(url: string, report: (part: string) => void): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new SetupError(`${url} answered ${response.status} ${response.statusText}.`);
    const all = Number(response.headers.get('content-length') ?? 0);
    const chunks: Uint8Array[] = [];
    let [received, reported] = [0, 0];
    for await (const chunk of (response.body as ReadableStream<Uint8Array> | null) ?? []) {
      chunks.push(chunk);
      received += chunk.length;
      if (all === 0 || received - reported < all / 10) continue;
      reported = received;
      report(`${megabytes(received)} of ${megabytes(all)} MB`);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`${url} cannot be fetched: ${reasonOf(error as Error)}.`);
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** `fetch` says only that it failed; why is in the cause, and where that has several in its code. */
function reasonOf({ message, cause }: Error): string {
  const { code, message: reason } = (cause ?? {}) as NodeJS.ErrnoException;
  return reason || code || message;
}
