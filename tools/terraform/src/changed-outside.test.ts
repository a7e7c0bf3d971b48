import { changedOutside } from './changed-outside';
import { driftedAttributes } from './drift-ignore';
import { type PlanJson } from './plan-json';

const drift = (
  type: string,
  before: object,
  after: object,
  prior: Readonly<Record<string, unknown>>[] = [],
): PlanJson => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  resource_drift: [
    {
      address: `${type}.x`,
      mode: 'managed',
      type,
      name: 'x',
      change: { actions: ['update'], before, after },
    },
  ],
  prior_state: {
    format_version: '1.0',
    values: {
      root_module: {
        resources: prior.map((values) => ({ address: 'p', type: 'aws_iam_role_policy', values })),
      },
    },
  },
});

/** Attributes that were changed outside of Terraform. */
const changed = (plan: PlanJson): string[] =>
  changedOutside(plan).flatMap((resource) => driftedAttributes(resource, []));

describe('what was changed outside of Terraform', () => {
  it('is not what AWS counts', () => {
    const users = (estimated_number_of_users: number) => ({ name: 'a', estimated_number_of_users });
    expect(changed(drift('aws_cognito_user_pool', users(0), users(1)))).toEqual([]);
  });

  it('is not what a resource of another stack set, but what nothing set', () => {
    const role = (...names: string[]) => ({ name: 'guest', inline_policy: names.map((name) => ({ name })) });
    const elsewhere = [
      { address: 'aws_iam_role_policy.p', type: 'aws_iam_role_policy', values: { role: 'guest', name: 'invoke' } },
    ];
    const addresses = (...names: string[]) =>
      changedOutside(drift('aws_iam_role', role(), role(...names)), elsewhere).map(({ address }) => address);
    expect([addresses('invoke'), addresses('invoke', 'by-hand')]).toEqual([[], ['aws_iam_role.x']]);
  });

  it('is what has another value, by name', () => {
    const after = { name: 'b', description: '', tags: {} };
    expect(changed(drift('aws_x', { name: 'a', description: null, tags: null }, after))).toEqual(['name']);
  });

  it('is not an empty value, nor JSON in another order', () => {
    const before = { description: null, schema: '{"a":1,"b":[1,2]}', plain: '{no json' };
    const after = { description: '', schema: '{ "b": [1, 2], "a": 1 }', plain: '{no json' };
    expect(changed(drift('aws_x', before, after))).toEqual([]);
  });

  it('is JSON with another value', () => {
    expect(changed(drift('aws_x', { schema: '{"a":[1,2]}' }, { schema: '{"a":[2,1]}' }))).toEqual(['schema']);
  });

  it("is a role's inline policy, unless it has a resource of its own", () => {
    const role = (...names: string[]) => ({
      name: 'r',
      inline_policy: names.map((name) => ({ name, policy: '{}' })),
    });
    const managed = [
      { role: 'r', name: 'logs' },
      { role: 'other', name: 'admin' },
    ];

    expect(changed(drift('aws_iam_role', role(), role('logs'), managed))).toEqual([]);
    expect(changed(drift('aws_iam_role', role(), role('logs', 'admin'), managed))).toEqual(['inline_policy']);
  });

  it('is not the web ACL of a stage that an association had given it', () => {
    const plan = drift('aws_api_gateway_stage', { arn: 's', web_acl_arn: '' }, { arn: 's', web_acl_arn: 'acl' });
    const association = {
      address: 'a',
      type: 'aws_wafv2_web_acl_association',
      values: { resource_arn: 's', web_acl_arn: 'acl' },
    };

    expect(changed(plan)).toEqual(['web_acl_arn']);
    expect(
      changed({
        ...plan,
        prior_state: { format_version: '1.0', values: { root_module: { resources: [association] } } },
      }),
    ).toEqual([]);
  });
});
