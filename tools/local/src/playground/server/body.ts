import { type IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

const MAX_BYTES = 65_536;

/**
 * The JSON object that a request sends.
 *
 * @throws Refusal 400, 413 or 415
 */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal(415, 'Expected Content-Type: application/json.');
  const text = await readText(request);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Answered below.
  }
  throw new Refusal(400, 'Expected a JSON object as the body.');
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BYTES) throw new Refusal(413, `Expected at most ${MAX_BYTES} bytes, found ${bytes}.`);
  return Buffer.concat(chunks).toString('utf8');
}
