import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type AppApi } from './app-api';

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
  /** Of the emulator. */
  readonly endpoint: string;
  readonly api: Omit<AppApi, 'close'>;
}

export async function startApp(): Promise<App> {
  let settings: AppSettings | undefined;
  const script = bundled();
  const server = createServer(({ url }, response) => {
    if (url === '/signed.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(settings));
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

/** What signs requests in the page, with the libraries of AWS. */
function bundled(): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'app-signed.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // Its build for browsers, which webpack finds by the package's `browser` field and esbuild does not.
    alias: { '@aws-sdk/credential-providers': '@aws-sdk/credential-providers/dist-es/index.browser.js' },
    write: false,
  });
  return outputFiles[0]!.contents;
}

/** Signs in by a code with PKCE, calls the API with the ID token, refreshes, asks who it is, signs requests, signs out. */
const page = (settings: AppSettings | undefined): string => `<!doctype html>
<title>App</title>
<button id="in">Sign in</button><button id="google">Google</button><button id="signed">Signed</button>
<a id="out">Sign out</a><pre id="result"></pre>
<script type="module">
  import { callSigned } from '/signed.js';
  const settings = ${JSON.stringify(settings ?? {})};
  const { api, clientId: client_id, domain } = settings;
  let idToken;
  const redirect_uri = location.origin + '/';
  const result = document.querySelector('#result');
  const show = (shown) => { result.textContent = JSON.stringify(shown); };
  addEventListener('unhandledrejection', ({ reason }) => show({ failed: String(reason) }));
  // What a click shows is never what was there before.
  addEventListener('click', () => { result.textContent = ''; }, true);
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
  document.querySelector('#signed').onclick = async () => show(await callSigned(settings, ['/prices', '/orders'], idToken));
  const post = async (form) => (await fetch(domain + '/oauth2/token', { method: 'POST', body: new URLSearchParams({ client_id, ...form }) })).json();
  const query = new URLSearchParams(location.search);
  if (query.has('code')) {
    history.replaceState(null, '', '/');
    const { state, verifier } = sessionStorage;
    if (state !== query.get('state')) throw new Error('state');
    const tokens = await post({ grant_type: 'authorization_code', code: query.get('code'), redirect_uri, code_verifier: verifier });
    const fresh = await post({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    const bearer = (token) => ({ headers: { Authorization: 'Bearer ' + token } });
    const answer = await fetch(api.url + '/me', bearer(fresh.id_token));
    idToken = fresh.id_token;
    const person = await (await fetch(domain + '/oauth2/userInfo', bearer(fresh.access_token))).json();
    show({ api: answer.status, person });
  } else show({ signedIn: false });
</script>`;
