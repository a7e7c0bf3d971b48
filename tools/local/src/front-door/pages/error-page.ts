import { type Reply } from '../http';
import { html } from './html';
import { page } from './page';

const EXPLAINED: Readonly<Record<string, string>> = {
  redirect_mismatch:
    'redirect_uri is not one of the callback URLs of this client, character by character. Compare it with callback_urls in Terraform.',
};

/** `/error`: errors that must not go to the application. */
export function errorPage(of: string, query: URLSearchParams): Reply {
  const error = query.get('error') ?? 'unknown';
  const clientId = query.get('client_id');
  const body = html`<p class="message error" role="alert">${error}</p>
    ${EXPLAINED[error] !== undefined && html`<p>${EXPLAINED[error]}</p>`}
    ${clientId ? html`<p class="hint">Client: <code>${clientId}</code></p>` : undefined}`;
  return page({ title: 'An error was encountered', of, body }, { status: 400 });
}
