import { type Change, type PlanJson } from './plan-json';
import { staleDeployments } from './stale-deployments';

const plan = (...changes: [address: string, ...actions: Change['actions'][number][]][]): PlanJson => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  resource_changes: changes.map(([address, ...actions]) => {
    const [type = '', name = ''] = address.split('.').slice(-2);
    const after = actions.at(-1) === 'delete' && actions.length === 1 ? null : {};
    return { address, mode: 'managed', type, name, change: { actions, after } };
  }),
});

const deployment = 'aws_api_gateway_deployment.api';

describe('staleDeployments', () => {
  it.each([
    'aws_api_gateway_method.get_me',
    'aws_api_gateway_integration.get_me',
    'aws_api_gateway_resource.me',
    'aws_api_gateway_gateway_response.default_4xx',
    'aws_api_gateway_authorizer.users',
  ])('names the deployment when %s is removed', (removed) => {
    expect(staleDeployments(plan([deployment, 'create', 'delete'], [removed, 'delete']))).toEqual([deployment]);
  });

  it('names the deployment when something of its snapshot is replaced', () => {
    expect(
      staleDeployments(plan([deployment, 'create', 'delete'], ['aws_api_gateway_method.get_me', 'create', 'delete'])),
    ).toEqual([deployment]);
  });

  it('names a deployment that the plan leaves alone', () => {
    expect(staleDeployments(plan([deployment, 'no-op'], ['aws_api_gateway_gateway_response.x', 'delete']))).toEqual([
      deployment,
    ]);
  });

  it('leaves one alone that stays what it is while a canary gets what is new', () => {
    const canary = 'aws_api_gateway_deployment.canary';
    const config = {
      resource: {
        aws_api_gateway_deployment: { api: { lifecycle: { ignore_changes: ['triggers'] } }, canary: { lifecycle: {} } },
      },
    };
    const removing = plan([deployment, 'no-op'], [canary, 'create'], ['aws_api_gateway_method.a', 'delete']);

    expect(staleDeployments(removing, config)).toEqual([canary]);
  });

  it('names only deployments of the module that something is removed from', () => {
    const other = `module.other.${deployment}`;

    expect(
      staleDeployments(
        plan([deployment, 'no-op'], [other, 'no-op'], ['module.other.aws_api_gateway_method.a', 'delete']),
      ),
    ).toEqual([other]);
  });

  it.each([
    ['methods are added or changed', plan([deployment, 'create', 'delete'], ['aws_api_gateway_method.a', 'update'])],
    ['something else is removed', plan([deployment, 'no-op'], ['aws_lambda_function.api', 'delete'])],
    ['the old deployment goes as planned', plan([deployment, 'create', 'delete'])],
    ['the whole API is removed', plan([deployment, 'delete'], ['aws_api_gateway_method.a', 'delete'])],
    ['nothing is planned', { format_version: '1.2', terraform_version: '1.11.4' }],
  ])('names none when %s', (_when, json) => {
    expect(staleDeployments(json)).toEqual([]);
  });
});
