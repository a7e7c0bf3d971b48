import { anAuthorizer, aRoute, poolId, region } from '../../testing/surface';
import { theFunction } from '../functions';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

export const second = `${region}_Second001`;
const arnOf = (id: string) => `arn:aws:cognito-idp:${region}:123456789012:userpool/${id}`;
export const issuerOf = (id: string) => `https://cognito-idp.${region}.amazonaws.com/${id}`;

const guarded = (title: string, authorizerId: string, ...scopes: string[]) =>
  aRoute(title, { integration: theFunction, auth: { kind: 'cognito', authorizerId, scopes } });

export const api = conformanceApi('cognito', {
  authorizers: [
    anAuthorizer({ id: 'users' }),
    anAuthorizer({ id: 'token', identitySource: 'method.request.header.X-Token' }),
    anAuthorizer({ id: 'aud', identityValidationExpression: 'app-.*' }),
    anAuthorizer({ id: 'lambda', type: 'TOKEN' }),
    anAuthorizer({ id: 'two', userPoolArns: [poolId, second].map(arnOf) }),
  ],
  routes: [
    guarded('GET /me', 'users'),
    guarded('GET /read', 'users', 'reports/read', 'reports/admin'),
    guarded('GET /write', 'users', 'reports/write'),
    guarded('GET /token', 'token'),
    guarded('GET /aud', 'aud'),
    guarded('GET /aud-read', 'aud', 'reports/read'),
    guarded('GET /two', 'two'),
    guarded('GET /gone', 'gone'),
    guarded('GET /other-type', 'lambda'),
  ],
});
export const rows = rowsOf(api);

export const bearer = (token: string, name = 'Authorization'): { headers: [string, string][] } => ({
  headers: [[name, token]],
});
export const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

export const passes = (name: string, source: string, path: string, token: () => Promise<string>, header?: string) =>
  rows.row(name, source, async ({ call, refusals }) => {
    expect((await call(`GET ${path}`, bearer(await token(), header))).status).toBe(200);
    expect(refusals).toEqual([]);
  });

/** Refused with 401, and the reason is printed without the token. */
export const refused = (name: string, source: string, path: string, token: () => Promise<string>, why: string) =>
  rows.row(name, source, async ({ call, refusals }) => {
    const shown = await token();
    const answer = await call(`GET ${path}`, bearer(shown));
    expect([answer.status, answer.body]).toEqual([401, message('Unauthorized')]);
    expect(answer.header('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(refusals).toEqual([expect.stringContaining(why)]);
    for (const part of shown.split('.').filter((each) => each.length > 20)) expect(refusals[0]).not.toContain(part);
  });
