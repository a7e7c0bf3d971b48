import { ask } from './client';
import { eventsIn } from './event-stream';

/** Calls back with each revision that is served, from now on. Ends when the connection does. @throws ServerError */
export async function followRevisions(onRevision: (revision: number) => void): Promise<void> {
  const { body } = await ask('/api/events', { headers: { Accept: 'text/event-stream' } });
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const read = eventsIn(rest + value);
    rest = read.rest;
    for (const { data, event } of read.events) {
      if (event === 'data') onRevision((JSON.parse(data) as { revision: number }).revision);
    }
  }
}
