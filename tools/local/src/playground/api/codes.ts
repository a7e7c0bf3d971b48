import { type CodesAnswer } from '@gatehouse/playground/contract';
import { type Shown } from '../data/shown';

/** Codes that the emulator kept, which it tells programs and no page. */
export async function codesOf({ emulator }: Shown, query: URLSearchParams): Promise<CodesAnswer> {
  const asked = new URLSearchParams();
  const [pool, username] = [query.get('pool'), query.get('username')];
  if (pool !== null) asked.set('userPoolId', pool);
  if (username !== null) asked.set('username', username);
  const answer = await fetch(`${emulator.url}/moto-api/gatehouse/codes?${asked.toString()}`);
  if (!answer.ok) throw new Error(`codes of the emulator: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as CodesAnswer;
}
