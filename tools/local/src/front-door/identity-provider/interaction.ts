import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Reply } from '../http';
import { personPage } from './person-page';
import { type StandIn } from './stand-in';

/** The provider's sign-in page, and what the person chose there. */
export async function interact(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { people, provider } = standIn;
  // Bound to the browser by a cookie of the library.
  const details = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!details)
    return write(response, { status: 400, body: 'This sign-in is over. Start again in the application.\n' });
  const shown = { provider: standIn.name, action: request.url ?? '', people: people.all() };
  const hint = details.params['login_hint'] as string | undefined;
  if (request.method !== 'POST') return write(response, personPage({ ...shown, hint }));
  const form = await readForm(request);
  if (form.has('cancel')) {
    const refused = { error: 'access_denied', error_description: 'User cancelled' };
    return provider.interactionFinished(request, response, refused);
  }
  const typed = form.get('claims') ?? '';
  try {
    const { sub } = people.find(form.get('sub') ?? '') ?? people.add(typed);
    return await provider.interactionFinished(request, response, { login: { accountId: sub } });
  } catch (error) {
    return write(response, personPage({ ...shown, typed, error: (error as Error).message }));
  }
}

const MAX_BYTES = 65_536;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BYTES) chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function write(response: ServerResponse, { body, headers = {}, status }: Reply): void {
  response.writeHead(status, headers as Record<string, string>).end(body);
}
