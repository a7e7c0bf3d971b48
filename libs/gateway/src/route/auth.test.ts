import { synth } from '@gatehouse/testing';
import { Token } from 'cdktf';
import { refusal, stage, synthApi, userPool } from '../../testing/api';
import { Auth, Integration, RestApi, type RouteOptions } from '../index';

const integration = Integration.mock();

function methodOf(auth: Auth) {
  return synthApi((api) => api.addRoute('GET /me', { auth, integration })).resource.aws_api_gateway_method?.get_me;
}

function commentOf(auth: Auth): unknown {
  let comment: unknown;
  synth((stack) => {
    const api = new RestApi(stack, 'api', { name: 'reports', stage });
    const route = api.addRoute('GET /me', { auth, integration });
    const { resource } = (route.node.defaultChild as unknown as { toTerraform(): Rendered }).toTerraform();
    comment = resource.aws_api_gateway_method?.get_me?.['//'];
  });
  return comment;
}

const place = {
  rest_api_id: '${aws_api_gateway_rest_api.api.id}',
  resource_id: '${aws_api_gateway_resource.me.id}',
  http_method: 'GET',
};

const guarded = {
  ...place,
  authorization: 'COGNITO_USER_POOLS',
  authorizer_id: '${aws_api_gateway_authorizer.users.id}',
};

describe('a route for ID tokens', () => {
  it('is guarded without scopes, which would ask for an access token', () => {
    expect(methodOf(Auth.idToken())).toEqual(guarded);
  });
});

describe('a route for access tokens', () => {
  it('is guarded with each scope once, in order', () => {
    const auth = Auth.accessToken('reports/write', { scopeName: 'reports/read' }, 'reports/read');

    expect(methodOf(auth)).toEqual({ ...guarded, authorization_scopes: ['reports/read', 'reports/write'] });
  });

  it.each(['openid', 'https://api.example.com/v1/read', 'aws.cognito.signin.user.admin'])('takes %s', (scope) => {
    expect(methodOf(Auth.accessToken(scope))).toEqual({ ...guarded, authorization_scopes: [scope] });
  });

  it('takes a scope that only Terraform knows', () => {
    const scope = Token.asString({ resolve: () => '${aws_cognito_resource_server.reports.identifier}/read' });

    expect(methodOf(Auth.accessToken(scope))).toEqual({
      ...guarded,
      authorization_scopes: ['${aws_cognito_resource_server.reports.identifier}/read'],
    });
  });

  it.each(['read', '', ' ', 'reports/', '/read', 'reports /read', 'reports/re ad'])(
    'fails when the scope is "%s"',
    (scope) => {
      expect(refusal((api) => api.addRoute('GET /me', { auth: Auth.accessToken(scope), integration }))).toContain(
        `test/api, GET /me, auth: expected resource server/scope, or one of openid, email, phone, profile, ` +
          `aws.cognito.signin.user.admin, found ${JSON.stringify(scope)}.`,
      );
    },
  );

  it('needs an authorizer that looks for no audience, which access tokens do not have', () => {
    const build = (auth: Auth) => () =>
      synthApi((api) => {
        const authorizer = api.addCognitoAuthorizer('app', { userPools: [userPool], audiencePattern: '^app$' });
        api.addRoute('GET /a', { auth, authorizer, integration: Integration.mock() });
      });

    expect(build(Auth.accessToken('reports/read'))).toThrow(
      'GET /a, authorizer: expected one without audiencePattern, because access tokens have no aud claim, found "test/api/app".',
    );
    expect(build(Auth.idToken())).not.toThrow();
  });

  it('does not compile without a scope', () => {
    // @ts-expect-error no scope
    const auth = Auth.accessToken();

    expect(() => methodOf(auth)).toThrow();
  });
});

describe('a public route', () => {
  it('is open', () => {
    expect(methodOf(Auth.public('uptime checks'))).toEqual({ ...place, authorization: 'NONE' });
  });

  it('keeps its reason at the method, where Terraform ignores it', () => {
    expect(commentOf(Auth.public('uptime checks'))).toEqual({
      public: 'uptime checks',
      metadata: { path: 'test/api/routes/GET --me/Resource', uniqueId: 'get_me' },
    });
  });

  it('does not compile without a reason, nor with a blank one', () => {
    const choices = [
      // @ts-expect-error no reason
      () => Auth.public(),
      // @ts-expect-error empty
      () => Auth.public(''),
      // @ts-expect-error blank
      () => Auth.public('  '),
    ];
    for (const choice of choices) {
      expect(refusal((api) => api.addRoute('GET /me', { auth: choice(), integration }))).toContain(
        'test/api, GET /me, auth: expected the reason why anyone may call it, found',
      );
    }
  });

  it('fails when a reason that is known only at run time is blank', () => {
    const reason: string = ['\n', '\t'].join(' ');

    expect(refusal((api) => api.addRoute('GET /me', { auth: Auth.public(reason), integration }))).toContain(
      'Give it, as in Auth.public(',
    );
  });
});

describe('an IAM route', () => {
  it('is for signed requests, and keeps at the method who signs them', () => {
    expect(methodOf(Auth.iam('guests of the app'))).toEqual({ ...place, authorization: 'AWS_IAM' });
    expect(commentOf(Auth.iam('guests of the app'))).toMatchObject({ iam: 'guests of the app' });
  });

  it('does not compile without saying who signs, and fails', () => {
    const choices = [
      // @ts-expect-error nobody
      () => Auth.iam(),
      // @ts-expect-error blank
      () => Auth.iam(' '),
    ];
    for (const choice of choices) {
      expect(refusal((api) => api.addRoute('GET /me', { auth: choice(), integration }))).toContain(
        'test/api, GET /me, auth: expected who signs the requests, found',
      );
    }
  });

  it('refuses an authorizer', () => {
    expect(
      refusal((api) => {
        const authorizer = api.addCognitoAuthorizer('staff', { userPools: [userPool] });
        api.addRoute('GET /me', { auth: Auth.iam('guests'), authorizer, integration });
      }),
    ).toContain('test/api, GET /me, authorizer: expected no authorizer at an IAM route, found "test/api/staff".');
  });
});

describe('a route without a choice', () => {
  it('does not compile, and fails', () => {
    // @ts-expect-error auth is missing
    const options: RouteOptions = { integration };

    expect(refusal((api) => api.addRoute('GET /me', options))).toBe(
      "test/api, GET /me, auth: expected Auth.idToken(), Auth.accessToken(scope), Auth.custom('who'), Auth.iam('who') or Auth.public('why'), " +
        'found nothing. Say who may call the route; no route is open by default.',
    );
  });
});

interface Rendered {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}
