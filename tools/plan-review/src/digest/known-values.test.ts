import { planDigest } from './plan-digest';

/** As Terraform 1.11 plans `input = local.x`: what the local is made of is not in it. */
const digest = (input: unknown): string =>
  planDigest({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'terraform_data.t',
        mode: 'managed',
        type: 'terraform_data',
        name: 't',
        provider_name: 'terraform.io/builtin/terraform',
        change: { actions: ['create'], before: null, after: { input }, after_unknown: { id: true } },
      },
    ],
    configuration: {
      root_module: {
        resources: [
          { address: 'terraform_data.t', mode: 'managed', expressions: { input: { references: ['local.x'] } } },
        ],
      },
    },
  } as never).digest;

describe('a value that is known', () => {
  it.each([
    ['an entry of a map that is empty', { B: 'x', A: '' }, { B: 'x' }],
    ['a name that stands twice in JSON', '{"x":1,"x":2}', '{"x":2}'],
    ['a long number in JSON', '{"x":9007199254740993}', '{"x":9007199254740992}'],
    ['a list of one', [{ a: 'x' }], { a: 'x' }],
    ['a number for a text', '1', 1],
  ])('is another one: %s', (_, one, other) => expect(digest(one)).not.toBe(digest(other)));

  it.each([
    [
      'JSON with its names in another order',
      '{"x":1,"y":"12345678901234567890"}',
      '{"y":"12345678901234567890","x":1}',
    ],
    ['an empty text for none', { A: '' }, { A: null }],
  ])('is the same: %s', (_, one, other) => expect(digest(one)).toBe(digest(other)));
});
