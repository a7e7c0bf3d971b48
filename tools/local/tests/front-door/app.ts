import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A single-page application on an origin of its own. */
export interface App {
  /** Its callback and sign-out URL too. */
  readonly url: string;
  /** Settings are made after its URL is known. */
  configure(settings: AppSettings): void;
  close(): Promise<void>;
}

export interface AppSettings {
  readonly domain: string;
  readonly clientId: string;
  readonly api: string;
}

export async function startApp(): Promise<App> {
  let settings: AppSettings | undefined;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(settings));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    configure: (next) => (settings = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Signs in by a code with PKCE, calls the API with the ID token, refreshes, asks who it is, signs out. */
const page = (settings: AppSettings | undefined): string => `<!doctype html>
<title>App</title>
<button id="in">Sign in</button><button id="google">Google</button><a id="out">Sign out</a><pre id="result"></pre>
<script type="module">
  const { api, clientId: client_id, domain } = ${JSON.stringify(settings ?? {})};
  const redirect_uri = location.origin + '/';
  const show = (result) => { document.querySelector('#result').textContent = JSON.stringify(result); };
  const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
  document.querySelector('#out').href = domain + '/logout?' + new URLSearchParams({ client_id, logout_uri: redirect_uri });
  async function begin(more) {
    const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
    const state = base64url(crypto.getRandomValues(new Uint8Array(16)));
    Object.assign(sessionStorage, { verifier, state });
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
    const query = { response_type: 'code', client_id, redirect_uri, state, scope: 'openid email', ...more };
    location = domain + '/oauth2/authorize?' + new URLSearchParams({ ...query, code_challenge: base64url(hash), code_challenge_method: 'S256' });
  }
  document.querySelector('#in').onclick = () => begin({});
  document.querySelector('#google').onclick = () => begin({ identity_provider: 'Google' });
  const post = async (form) => (await fetch(domain + '/oauth2/token', { method: 'POST', body: new URLSearchParams({ client_id, ...form }) })).json();
  const query = new URLSearchParams(location.search);
  if (query.has('code')) {
    history.replaceState(null, '', '/');
    const { state, verifier } = sessionStorage;
    if (state !== query.get('state')) throw new Error('state');
    const tokens = await post({ grant_type: 'authorization_code', code: query.get('code'), redirect_uri, code_verifier: verifier });
    const fresh = await post({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    const bearer = (token) => ({ headers: { Authorization: 'Bearer ' + token } });
    const answer = await fetch(api, bearer(fresh.id_token));
    const person = await (await fetch(domain + '/oauth2/userInfo', bearer(fresh.access_token))).json();
    show({ api: answer.status, person });
  } else show({ signedIn: false });
</script>`;
