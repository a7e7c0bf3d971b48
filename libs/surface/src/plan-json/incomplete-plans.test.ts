import { findingsOf, readReal, realPlan } from '../../testing/real-plan';
import { parseTerraformJson, readPlans } from '../index';

const rules = (plan: unknown) => findingsOf(plan).map(({ rule, severity }) => `${severity} ${rule}`);
const status = (name: string) => readReal(name).plans[0]?.status;

describe('a plan that does not say everything', () => {
  it('a failed plan is saved with a part of the changes, and is never clean', () => {
    const read = readReal('errored');
    expect(status('errored')).toMatchObject({ errored: true, applyable: false, complete: false });
    expect(read.complete).toBe(false);
    expect(rules(realPlan('errored'))).toContain('critical plan-errored');
    const empty = { ...realPlan('errored'), resource_changes: [] };
    expect(rules(empty)).toContain('critical plan-errored');
  });

  it('a plan with targets can be applied, and is still not the whole', () => {
    expect(status('targeted')).toMatchObject({ errored: false, applyable: true, complete: false });
    expect(readReal('targeted').complete).toBe(false);
    expect(rules(realPlan('targeted'))).toContain('critical plan-incomplete');
  });

  it('a plan without changes cannot be applied and is not a failure; missing flags are unknown', () => {
    expect(status('unchanged')).toMatchObject({ errored: false, applyable: false, complete: true });
    expect(rules(realPlan('unchanged'))).toEqual([]);
    const older = realPlan('unchanged');
    for (const flag of ['errored', 'complete', 'applyable']) delete older[flag];
    expect(readPlans([older]).plans[0]?.status).toMatchObject({ complete: undefined, applyable: undefined });
    expect(rules(older)).toEqual([]);
  });

  it('a check that fails is reported, though Terraform plans all the same', () => {
    expect(status('checks')).toMatchObject({ errored: false, applyable: true });
    expect(status('checks')?.checks).toEqual([
      { address: 'check.fails', status: 'fail', messages: ['The pool has the wrong name.'] },
      { address: 'check.unknown', status: 'unknown', messages: [] },
    ]);
    expect(rules(realPlan('checks'))).toEqual(['high check-failed', 'expected check-failed']);
  });

  it('a destroy carries neither a mode nor reasons, and everything in it is lost', () => {
    const [change] = readReal('destroyed').plans[0]?.changes ?? [];
    expect(change).toMatchObject({ action: 'delete' });
    expect(change?.reason).toBeUndefined();
    expect(rules(realPlan('destroyed'))).toEqual(['critical user-pool-lost']);
  });

  it('whether something changes is read from the changes, for Terraform exits with 0 either way', () => {
    const acting = (name: string) => readReal(name).plans[0]?.changes.filter(({ action }) => action !== 'no-op').length;
    expect([acting('unchanged'), acting('destroyed')]).toEqual([0, 1]);
  });

  it('the plan file itself is an archive and not what is read here', () => {
    expect(() => parseTerraformJson('PK\u0003\u0004\u0014\u0000', 'changes.tfplan')).toThrow(
      /changes\.tfplan: expected JSON from `terraform show -json`.*A plan file itself is binary/s,
    );
  });

  it('what happened outside of Terraform is read, and reported where it touches access', () => {
    const drift = readReal('drifted').plans[0]?.drift;
    expect(drift?.map(({ address, action, changed }) => [address, action, changed])).toEqual(
      expect.arrayContaining([
        ['aws_cognito_user_pool.access_drift_fires', 'update', ['deletion_protection', 'last_modified_date']],
        ['aws_cognito_user_pool_client.access_drift_deleted_fires', 'delete', expect.anything()],
      ]),
    );
    // What was there before the change is what AWS has now, not what was applied last.
    const pool = readReal('drifted').plans[0]?.changes.find(({ type }) => type === 'aws_cognito_user_pool');
    expect(pool?.before?.['deletion_protection']).toBe('INACTIVE');
  });

  it('what Terraform defers is reported with its reason', () => {
    const plan = realPlan('unchanged');
    const [entry] = plan.resource_changes;
    plan.deferred_changes = [
      {
        reason: 'instance_count_unknown',
        resource_change: {
          ...entry,
          index_unknown: true,
          change: { ...entry.change, actions: ['create'], before: null },
        },
      },
    ];
    plan.complete = false;
    expect(readPlans([plan]).plans[0]?.status.deferred).toMatchObject([
      { address: 'aws_cognito_user_pool.people', action: 'create', why: 'instance_count_unknown' },
    ]);
    expect(rules(plan)).toEqual(['high change-deferred']);
  });

  it('actions that the apply invokes are reported, though no resource changes', () => {
    const plan = realPlan('unchanged');
    plan.action_invocations = [
      {
        address: 'action.aws_lambda_invoke.open_doors',
        type: 'aws_lambda_invoke',
        config_values: { payload: 'canary' },
        lifecycle_action_trigger: { action_trigger_event: 'AfterUpdate' },
      },
    ];
    plan.deferred_action_invocations = [
      {
        reason: 'unknown',
        action_invocation: { address: 'action.aws_lambda_invoke.later', type: 'aws_lambda_invoke' },
      },
    ];
    expect(readPlans([plan]).plans[0]?.status.actionInvocations).toEqual([
      'action.aws_lambda_invoke.open_doors',
      'action.aws_lambda_invoke.later',
    ]);
    expect(rules(plan)).toEqual(['medium action-unknown', 'medium action-unknown']);
    expect(JSON.stringify(readPlans([plan]))).not.toContain('canary');
  });

  it('a newer minor format is read, another major one is refused, and the time does not matter', () => {
    const plan = realPlan('unchanged');
    for (const version of ['0.1', '0.2', '1.0', '1.2', '1.99'])
      expect(() => readPlans([{ ...plan, format_version: version }])).not.toThrow();
    expect(() => readPlans([{ ...plan, format_version: '2.0' }])).toThrow('found 2.0');
    expect(readPlans([{ ...plan, timestamp: '2026-11-23T07:00:00Z' } as never])).toEqual(readPlans([plan]));
  });

  it('conditions as 1.2 alphas wrote them are read as checks', () => {
    const plan = realPlan('unchanged');
    plan.condition_results = [
      { address: 'output.a', condition_type: 'OutputPrecondition', result: true, unknown: false },
      {
        address: 'output.b',
        condition_type: 'OutputPrecondition',
        result: false,
        unknown: false,
        error_message: 'No.',
      },
      { address: 'output.c', condition_type: 'OutputPrecondition', result: false, unknown: true },
    ];
    expect(readPlans([plan]).plans[0]?.status.checks).toEqual([
      { address: 'output.b', status: 'fail', messages: ['No.'] },
      { address: 'output.c', status: 'unknown', messages: [] },
    ]);
  });
});
