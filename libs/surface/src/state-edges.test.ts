import { fixture } from '../testing/fixture';
import { surfaceFromState } from './index';

const identity = () => fixture('reports-identity', 'applied.state.json');
const api = () => fixture('reports-api', 'applied.state.json');

describe('states that cannot be read', () => {
  const reading =
    (...states: unknown[]) =>
    () =>
      surfaceFromState(states as never[]);

  it('fails when there is none', () => {
    expect(reading()).toThrow('states: expected at least one state, found none.');
  });

  it('fails when nothing is applied', () => {
    expect(reading({ format_version: '1.0' })).toThrow('state 1: expected values.root_module, found no values.');
  });

  it('fails when the format is of a newer major version', () => {
    expect(reading(identity(), { ...api(), format_version: '2.0' })).toThrow(
      'state 2: expected format_version 0.x or 1.x, found 2.0. This Terraform is newer than this version of Gatehouse: upgrade Gatehouse.',
    );
  });

  it('fails when it is a plan', () => {
    expect(reading(fixture('reports-api', 'created.plan.json'))).toThrow(
      'state 1: expected the JSON of a state, found the JSON of a plan. Give an applied state: `terraform show -json` without a plan file.',
    );
  });

  it('fails when it is a raw state file', () => {
    expect(reading({ version: 4, serial: 3, lineage: 'x', resources: [] })).toThrow(/found a raw state file/);
  });

  it.each([
    ['null', null, 'found null'],
    ['a list', [], 'found a list of 0'],
    ['text', '{}', 'found text of 2 characters'],
  ])('fails when it is %s', (_, state, message) => {
    expect(reading(state)).toThrow(message);
  });

  it('fails when a resource has lost its values', () => {
    const state = api();
    const [resource] = state.values.root_module.resources;
    delete resource.values;
    expect(reading(identity(), state)).toThrow(`(${resource.address}): expected its values, found nothing`);
  });

  it('fails when a value has another type than the provider gives it', () => {
    const state = identity();
    for (const { type, values } of state.values.root_module.resources) {
      if (type === 'aws_cognito_user_pool') values.password_policy = [{ minimum_length: [8] }];
    }
    expect(reading(state)).toThrow(
      'aws_cognito_user_pool.users.password_policy[0].minimum_length: expected a number, found a list of 1',
    );
  });

  it('leave out an API that none of them makes, and say so', () => {
    const state = api();
    const { root_module } = state.values;
    root_module.resources = root_module.resources.filter(
      ({ type }: { type: string }) => type !== 'aws_api_gateway_rest_api',
    );
    const { apis, unread } = surfaceFromState([identity(), state]);

    expect(apis).toEqual([]);
    expect(unread).toEqual([
      {
        address: expect.stringMatching(/^aws_api_gateway_rest_api\(.+\)$/),
        why: 'the API is made elsewhere, so its routes are not known',
      },
    ]);
  });

  it('names the stack it is about', () => {
    expect(() => surfaceFromState({ identity: identity(), api: { format_version: '9.9' } })).toThrow('state of api:');
  });
});

describe('states in pieces', () => {
  it('reads child modules, at any depth', () => {
    const state = api();
    const { resources } = state.values.root_module;
    state.values.root_module = {
      child_modules: [{ address: 'module.a', child_modules: [{ address: 'module.a.module.b', resources }] }],
    };
    expect(surfaceFromState([identity(), state]).apis[0]?.routes).toHaveLength(4);
  });

  it('does not take a deposed object for the one that took its place', () => {
    const state = identity();
    const { resources } = state.values.root_module;
    const pool = resources.find(({ type }: { type: string }) => type === 'aws_cognito_user_pool');
    resources.unshift({ ...pool, deposed_key: 'ab12cd34', values: { ...pool.values, name: 'left behind' } });
    expect(surfaceFromState([state]).userPools.map(({ name }) => name)).toEqual(['reports-users']);
  });

  it('gives the same surface whatever the order of the resources', () => {
    const state = api();
    state.values.root_module.resources.reverse();
    expect(surfaceFromState([identity(), state])).toEqual(surfaceFromState([identity(), api()]));
  });

  it('derives a path from its parts where the provider does not say it', () => {
    const state = api();
    for (const { type, values } of state.values.root_module.resources) {
      if (type === 'aws_api_gateway_resource') delete values.path;
    }
    expect(surfaceFromState([identity(), state]).apis[0]?.routes.map(({ path }) => path)).toContain('/reports/{id}');
  });
});
