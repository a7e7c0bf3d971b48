import { surfaceFromSynth } from '../surface-from-synth';
import { posture } from './posture';

const rest_api_id = 'a1b2c3d4e5';

/** What a stack adds to an API that is made elsewhere. */
const added = (resource: object) =>
  posture(
    surfaceFromSynth({
      'test-api': {
        data: { aws_api_gateway_resource: { root: { rest_api_id, path: '/' } } },
        resource: {
          aws_api_gateway_authorizer: { users: { rest_api_id, name: 'users', type: 'COGNITO_USER_POOLS' } },
          aws_api_gateway_resource: {
            me: { rest_api_id, parent_id: '${data.aws_api_gateway_resource.root.id}', path_part: 'me' },
          },
          aws_api_gateway_method: {
            get_me: {
              rest_api_id,
              resource_id: '${aws_api_gateway_resource.me.id}',
              http_method: 'GET',
              authorization: 'COGNITO_USER_POOLS',
              authorizer_id: '${aws_api_gateway_authorizer.users.id}',
            },
          },
          ...resource,
        },
      },
    }),
  );

describe('an API that is made elsewhere', () => {
  it('is kept in view, at a route that is added here, with what its owner has to do', () => {
    expect(added({})).toMatchObject([
      {
        rule: 'api-made-elsewhere',
        severity: 'expected',
        subject: 'API a1b2c3d4e5',
        address: 'aws_api_gateway_method.get_me',
        stack: 'test-api',
        message:
          'It is made elsewhere, so its other routes and their guards cannot be seen here. What is added here answers ' +
          'after the next deployment of its owner.',
      },
    ]);
  });

  it('is said to be published as a whole, where a deployment is made here', () => {
    const [finding] = added({ aws_api_gateway_deployment: { api: { rest_api_id } } });

    expect(finding?.message).toContain('A deployment here publishes every pending edit of it, those of others too.');
  });

  it('is no such API when another stack of the environment makes it', () => {
    const surface = surfaceFromSynth({
      'test-api': {
        output: { id: { value: '${aws_api_gateway_rest_api.api.id}' } },
        resource: { aws_api_gateway_rest_api: { api: { name: 'test' } } },
        terraform: { backend: { s3: { bucket: 'state', key: 'test/api.tfstate' } } },
      },
      'test-more': {
        data: {
          terraform_remote_state: { api: { backend: 's3', config: { bucket: 'state', key: 'test/api.tfstate' } } },
        },
        resource: {
          aws_api_gateway_authorizer: {
            users: { rest_api_id: '${data.terraform_remote_state.api.outputs.id}', name: 'users' },
          },
        },
      },
    });

    expect(posture(surface).map(({ rule }) => rule)).not.toContain('api-made-elsewhere');
  });

  it('shows the paths of its routes, by the resource that Terraform looked up', () => {
    const { apis } = surfaceFromSynth({
      test: {
        data: { aws_api_gateway_resource: { pets: { rest_api_id, path: '/pets' } } },
        resource: {
          aws_api_gateway_method: {
            get_pets: { rest_api_id, resource_id: '${data.aws_api_gateway_resource.pets.id}', http_method: 'GET' },
          },
        },
      },
    });

    expect(apis[0]?.routes).toMatchObject([{ method: 'GET', path: '/pets' }]);
  });
});
