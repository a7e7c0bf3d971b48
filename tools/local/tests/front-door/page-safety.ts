import { request } from 'node:http';
import { type Row, source } from '../../testing/conformance';
import { asking, type Door } from './door';

const row = (
  name: string,
  prove: Row<Door>['prove'],
  page = 'managed-login-endpoints',
  differs?: string,
): Row<Door> => ({
  name,
  source: source.cognitoGuide(page),
  prove,
  ...(differs !== undefined && { differs }),
});

/** What holds for every page. */
export const pageSafetyRows: Row<Door>[] = [
  row('pages: paths in any case', async (door) => {
    expect((await door.visitor().get(`/forgotpassword?${asking(door.web)}`)).status).toBe(200);
    expect((await door.visitor().get(`/Login?${asking(door.web)}`)).status).toBe(200);
  }),
  row('pages: never framed, never stored, without scripts', async (door) => {
    for (const path of ['login', 'signup', 'confirmuser', 'forgotPassword', 'confirmforgotpassword', 'error']) {
      const { body, headers } = await door.visitor().get(`/${path}?${asking(door.web)}`);
      const policy = headers.get('content-security-policy');
      expect(policy).toBe("default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'");
      expect([headers.get('x-frame-options'), headers.get('cache-control')]).toEqual([
        'DENY',
        'no-cache, no-store, max-age=0, must-revalidate',
      ]);
      expect(body).not.toMatch(/<script|\son\w+=|style="/);
    }
  }),
  row(
    'pages: no CORS',
    async (door) => {
      const { headers } = await door.visitor().get(`/login?${asking(door.web)}`, { origin: 'http://localhost:3000' });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
    'cognito-user-pools-managed-login',
  ),
  row('pages: values of the query are text', async (door) => {
    const evil = '"><script>alert(1)</script>';
    const { body } = await door.visitor().get(`/login?${asking(door.web, { login_hint: evil, state: evil })}`);
    const { body: error } = await door.visitor().get(`/error?error=${encodeURIComponent(evil)}&client_id=${evil}`);
    expect(body + error).not.toContain('<script>');
  }),
  row(
    'pages: a request that names another host is refused (DNS rebinding)',
    async (door) => {
      const { status } = await rawGet(door.url, `/login?${asking(door.web)}`, 'evil.example');
      expect(status).toBe(403);
    },
    'managed-login-endpoints',
    'AWS has a domain of its own; here any site could point its name at this machine',
  ),
];

/** With a Host header of our choice, which fetch does not allow. */
function rawGet(url: string, path: string, host: string): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    request(url + path, { headers: { host } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode });
    })
      .on('error', reject)
      .end();
  });
}
