import { type Environment } from '@gatehouse/environment';
import { Auth, Integration, RestApi, type RestApiProps } from '@gatehouse/gateway';
import { EnvironmentStack } from '@gatehouse/platform';
import { environment, everyField, synthIn, workspaceForTests } from '@gatehouse/platform/testing';
import { type App } from 'cdktf';
import { ApiStack, type ApiStackProps } from './api-stack';
import { IdentityStack } from './identity-stack';
import { apiProps, protectApi, publishApi } from './serve-api';

/** A team's second API, in a stack of its own. */
class PartnerStack extends EnvironmentStack {
  readonly api: RestApi;

  constructor(app: App, env: Environment, { users, ...props }: PartnerStackProps) {
    super(app, 'partner', env);
    this.api = addApi(this, 'partner', users, props);
  }
}

interface PartnerStackProps extends Pick<ApiStackProps, 'users'>, Pick<RestApiProps, 'definition'> {}

interface Body {
  readonly components: { readonly securitySchemes: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

function addApi(
  stack: EnvironmentStack,
  id: string,
  users: ApiStackProps['users'],
  { domain, ...props }: Pick<RestApiProps, 'definition'> & { readonly domain?: string } = {},
): RestApi {
  const api = new RestApi(stack, id, { ...apiProps(stack.environment, id), ...props });
  api.addCognitoAuthorizer('users', { userPools: [users] });
  api.addRoute('GET /me', { auth: Auth.idToken(), integration: Integration.mock() });
  protectApi(api, stack.environment);
  if (domain) api.addDomain({ name: domain, certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/a' });
  publishApi(stack, api);
  return api;
}

const workspace = workspaceForTests();

describe('a second API', () => {
  it('is a class, guarded by the pool of the identity stack and published by its own name', () => {
    const stack = synthIn(workspace, (app) => {
      const { users } = new IdentityStack(app, environment());
      new PartnerStack(app, environment(), { users });
    })['test-partner'];

    const { components } = JSON.parse(String(stack?.resource.aws_api_gateway_rest_api?.partner?.body)) as Body;
    expect(components.securitySchemes.users?.['x-amazon-apigateway-authorizer']).toMatchObject({
      providerARNs: ['${data.terraform_remote_state.identity.outputs.user_pool_arn}'],
    });
    expect(stack?.output).toEqual({
      partner_url: { value: '${aws_api_gateway_stage.partner.invoke_url}' },
      partner_rest_api_id: { value: '${aws_api_gateway_rest_api.partner.id}' },
      partner_stage_name: { value: 'test' },
    });
  });

  it('is one more `new` in the stack of the first, with a web ACL and alarms of its own', () => {
    const stack = synthIn(workspace, (app) => {
      const identity = new IdentityStack(app, everyField());
      addApi(new ApiStack(app, everyField(), identity), 'partner', identity.users, {
        domain: 'partner.example.com',
      });
    })['test-api'];

    expect(stack?.resource.aws_wafv2_web_acl).toMatchObject({
      api: { name: 'gatehouse-test-api' },
      partner: { name: 'gatehouse-test-partner' },
    });
    const alarms = Object.keys(stack?.resource.aws_cloudwatch_metric_alarm ?? {});
    expect(alarms.filter((name) => name.startsWith('partner_'))).toHaveLength(alarms.length / 2);
    expect(Object.keys(stack?.output ?? {}).sort()).toEqual([
      'api_domain_target',
      'api_url',
      'partner_domain_target',
      'partner_rest_api_id',
      'partner_stage_name',
      'partner_url',
      'rest_api_id',
      'stage_name',
    ]);
  });

  it('has a domain of its own where the environment has one for the first', () => {
    const build = (domain?: string) =>
      synthIn(workspace, (app) => {
        const identity = new IdentityStack(app, everyField());
        new ApiStack(app, everyField(), identity);
        addApi(new EnvironmentStack(app, 'partner', everyField()), 'partner', identity.users, { domain });
      });

    expect(build).toThrow(
      'test-partner, API partner, domain: expected a domain for each API, as environments/test.json has api.domain, which is ' +
        'for one, found nothing. Call addDomain on it before publishApi, with a name from the settings of your own.',
    );
  });

  it('is handed to another stack, which adds routes to it', () => {
    const { 'test-more': more } = synthIn(workspace, (app) => {
      const { users } = new IdentityStack(app, environment());
      const partner = new PartnerStack(app, environment(), { users, definition: 'resources' });
      const api = RestApi.fromId(new EnvironmentStack(app, 'more', environment()), 'partner', {
        restApiId: partner.api.restApiId,
        rootResourceId: partner.api.resourceId('/'),
        resources: { '/me': partner.api.resourceId('/me') },
        deployedBy: 'owner',
        stageName: partner.api.stageName,
      });
      api.addCognitoAuthorizer('more', { userPools: [users] });
      api.addRoute('GET /me/settings', { auth: Auth.idToken(), integration: Integration.mock() });
    });

    expect(more?.resource.aws_api_gateway_resource?.partner__me_settings).toEqual({
      rest_api_id: '${data.terraform_remote_state.partner.outputs.partner_rest_api_id}',
      parent_id: '${data.terraform_remote_state.partner.outputs.partner_me_id}',
      path_part: 'settings',
    });
  });
});
