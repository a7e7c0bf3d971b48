import { synthApi } from '../../testing/api';
import { Auth, Integration } from '../index';

const integration = Integration.mock();
const auth = Auth.accessToken('reports/read');

describe('a group of routes', () => {
  it('gives its routes their prefix, guard and integration', () => {
    const { resource } = synthApi((api) => {
      const admin = api.addGroup('/admin', { auth, integration });
      admin.addRoute('GET /', {});
      admin.addRoute('GET /users/{id}', { auth: Auth.idToken() });
      admin.addGroup('/audit', { auth: Auth.accessToken('audit/read') }).addRoute('GET /log', {});
    });

    const methods = Object.entries(resource.aws_api_gateway_method ?? {});
    expect(methods.map(([name, method]) => [name, method.authorization_scopes])).toEqual([
      ['get_admin', ['reports/read']],
      ['get_admin_audit_log', ['audit/read']],
      ['get_admin_users_by_id', undefined],
    ]);
  });

  it('says who may call, or each of its routes does', () => {
    synthApi((api) => {
      const open = api.addGroup('/v1', { integration });
      open.addRoute('GET /health', { auth: Auth.public('a test') });
      // @ts-expect-error -- neither the group nor the route says who may call
      expect(() => open.addRoute('GET /me', {})).toThrow('GET /v1/me, auth: expected Auth.idToken()');
    });
  });
});
