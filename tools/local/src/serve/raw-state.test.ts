import { surfaceFromState } from '@gatehouse/surface';
import { isRawState, showRawState } from './raw-state';

const raw = (more: object = {}) => ({
  version: 4,
  terraform_version: '1.9.0',
  serial: 3,
  lineage: 'b3c1',
  outputs: {},
  resources: [
    {
      mode: 'managed',
      type: 'aws_cognito_user_pool',
      name: 'people',
      instances: [{ schema_version: 0, attributes: { id: 'eu-west-1_One' } }],
    },
    {
      module: 'module.staff["eu"]',
      mode: 'data',
      type: 'aws_cognito_user_pool',
      name: 'staff',
      instances: [
        { index_key: 'a', attributes: { id: 'eu-west-1_Two' } },
        { index_key: 1, deposed: 'd1', attributes: { id: 'eu-west-1_Three' } },
      ],
    },
  ],
  ...more,
});

it('has each instance at its address, as `terraform show -json` does', () => {
  expect(showRawState(raw(), 'a.tfstate')).toEqual({
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          {
            address: 'aws_cognito_user_pool.people',
            mode: 'managed',
            type: 'aws_cognito_user_pool',
            values: { id: 'eu-west-1_One' },
          },
          {
            address: 'module.staff["eu"].data.aws_cognito_user_pool.staff["a"]',
            mode: 'data',
            type: 'aws_cognito_user_pool',
            values: { id: 'eu-west-1_Two' },
          },
          {
            address: 'module.staff["eu"].data.aws_cognito_user_pool.staff[1]',
            mode: 'data',
            type: 'aws_cognito_user_pool',
            values: { id: 'eu-west-1_Three' },
            deposed_key: 'd1',
          },
        ],
      },
    },
  });
});

it('tells a .tfstate file from what `terraform show -json` prints', () => {
  expect(isRawState(raw())).toBe(true);
  expect(isRawState({ format_version: '1.0', values: {} })).toBe(false);
  expect(isRawState([])).toBe(false);
});

it.each([
  [{ version: 3 }, 'a.tfstate: version: expected version 4 of a state file, found version 3. Give the output'],
  [{ version: undefined }, 'a.tfstate: version: expected version 4 of a state file, found nothing. Give the output'],
  [{ resources: {} }, 'a.tfstate: resources: expected a list, found an empty object.'],
  [{ resources: ['x'] }, 'a.tfstate: resources[0]: expected an object, found text of 1 characters.'],
  [{ resources: [{}] }, 'a.tfstate: resources[0].instances: expected a list, found nothing.'],
])('refuses %j with its place', (more, message) => {
  expect(() => showRawState(raw(more), 'a.tfstate')).toThrow(message);
});

it('names the resource whose values are missing', () => {
  const resources = [{ mode: 'managed', type: 'aws_iam_role', name: 'a', instances: [{ attributes_flat: {} }] }];
  expect(() => surfaceFromState({ 'a.tfstate': showRawState(raw({ resources }), 'a.tfstate') })).toThrow(
    'state of a.tfstate: values.root_module.resources[0] (aws_iam_role.a): expected its values, found nothing.',
  );
});
