import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesSince, reviewEnvironment, reviewOf } from '@gatehouse/plan-review';
import type { TerraformPlan } from '@gatehouse/surface';
import { leftToDo } from './left-to-do';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- real plans are changed here
type Plan = any;

const planOf = (name: string): Plan =>
  JSON.parse(readFileSync(join(__dirname, '../../../../libs/surface/fixtures', name, 'changed.plan.json'), 'utf8'));

describe('what a deploy that ended early left', () => {
  const [identity, api] = [planOf('reports-identity'), planOf('reports-api')];
  /** As it is planned once it was applied. */
  const applied: Plan = { ...identity, resource_changes: [], output_changes: {} };
  const review = (plans: Record<string, TerraformPlan>) => reviewEnvironment({ name: 'dev', plans });
  const differences = (now: ReturnType<typeof review>) => {
    const reviewed = review({ identity, api });
    return changesSince(reviewOf([leftToDo(reviewed, now)]), reviewOf([leftToDo(now, now)]));
  };

  it('is what was reviewed, but for stacks that have nothing left to do', () => {
    expect(differences(review({ identity: applied, api }))).toEqual([]);
    expect(differences(review({ identity: applied, api: applied }))).toEqual([]);
    expect(differences(review({ identity, api }))).toEqual([]);
  });

  it('is something else where a stack is applied in part, or another one changed', () => {
    const part = { ...identity, resource_changes: identity.resource_changes.slice(0, 1) };
    expect(differences(review({ identity: part, api }))).not.toEqual([]);
    expect(differences(review({ identity: applied, api: { ...api, errored: true } }))).not.toEqual([]);
  });

  it('is a stack that invokes an action, though it changes nothing', () => {
    const invoking = { ...applied, action_invocations: [{ address: 'action.aws_lambda_invoke.x' }] };
    expect(differences(review({ identity: invoking, api }))).not.toEqual([]);
  });
});
