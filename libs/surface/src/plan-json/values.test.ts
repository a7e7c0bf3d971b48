import { changeAt, entryOf, findingsOf, readReal, realPlan } from '../../testing/real-plan';
import { isUnknown, readPlans } from '../index';

const POOL = 'aws_cognito_user_pool';
const change = (plan: unknown, address: string) => changeAt(readPlans([plan as never]), address);

describe('the values in a plan', () => {
  it('a secret is in eight places of a plan and in none of what is read', () => {
    const plan = realPlan('mixed');
    const text = JSON.stringify(plan);
    expect(text.split('canary-secret').length).toBeGreaterThan(5);
    const secret = entryOf(plan, 'aws_cognito_user_pool_client.secret').change.before.client_secret;
    expect(secret.length).toBeGreaterThan(20);
    const read = JSON.stringify([readPlans([plan]), findingsOf(plan)]);
    for (const each of ['canary-secret', 'canary-other', secret]) expect(read).not.toContain(each);
    expect(readReal('mixed').plans[0]?.outputs).toEqual([
      { name: 'plain', action: 'create', sensitive: false },
      { name: 'secret', action: 'update', sensitive: true },
    ]);
  });

  it.each([
    [true, true],
    [{ name: true }, true],
    [{ name: false, tags: true }, false],
    [{ password_policy: [{ minimum_length: true }, false] }, false],
    [false, false],
  ])('a mask may be %j, on either side, and hides both', (mask, hidden) => {
    for (const side of ['before_sensitive', 'after_sensitive']) {
      const plan = realPlan('cognito');
      entryOf(plan, `${POOL}.people_quiet`).change[side] = mask;
      const { before, after } = change(plan, `${POOL}.people_quiet`);
      for (const values of [before, after]) expect(isUnknown(values?.['name'])).toBe(hidden);
    }
  });

  it('a value that only stops being secret is an update in which nothing changes, and stays hidden', () => {
    const unmarked = changeAt(readReal('mixed'), `${POOL}.unmarked`);
    expect(unmarked.action).toBe('update');
    expect(unmarked.changed).toEqual([]);
    expect([unmarked.before?.['name'], unmarked.after?.['name']]).toEqual([
      { unknown: true, sensitive: true },
      { unknown: true, sensitive: true },
    ]);
  });

  it('an update of which both sides are the same is read, and says that nothing differs', () => {
    const plan = realPlan('cognito');
    const { change: entry } = entryOf(plan, `${POOL}.people_quiet`);
    Object.assign(entry, { after: structuredClone(entry.before), after_unknown: {} });
    expect(change(plan, `${POOL}.people_quiet`)).toMatchObject({ action: 'update', changed: [] });
  });

  it('a value that is only known after apply is a change, wherever it is', () => {
    const unknownOf = (after_unknown: object, after: object = {}) => {
      const plan = realPlan('cognito');
      const { change: entry } = entryOf(plan, `${POOL}.people_quiet`);
      for (const name of Object.keys(after_unknown)) delete entry.after[name];
      Object.assign(entry.after, after);
      entry.after_unknown = after_unknown;
      return change(plan, `${POOL}.people_quiet`);
    };
    expect(unknownOf({ mfa_configuration: true }).changed).toContain('mfa_configuration');
    expect(unknownOf({ password_policy: [{ minimum_length: true }] }, { password_policy: [{}] }).changed).toContain(
      'password_policy',
    );
    expect(unknownOf({ alias_attributes: [false, true] }, { alias_attributes: ['email', null] }).after).toMatchObject({
      alias_attributes: ['email', { unknown: true }],
    });
    expect(findingsOf(realPlan('rest'))).toContainEqual(
      expect.objectContaining({
        rule: 'access-unknown',
        address: 'aws_api_gateway_method.access_unknown_fires',
        severity: 'high',
      }),
    );
  });

  it('null, nothing, empty, 0 and false are the same "not set", in changes and in drift', () => {
    const plan = realPlan('cognito');
    const { change: entry } = entryOf(plan, `${POOL}.people_quiet`);
    Object.assign(entry, {
      before: {
        name: 'a',
        password_policy: [{ password_history_size: null }],
        schema: [{ developer_only_attribute: null }],
      },
      after: {
        name: 'a',
        password_policy: [{ password_history_size: 0 }],
        schema: [{ developer_only_attribute: false }],
        tags: {},
        alias_attributes: [],
        sms_verification_message: '',
      },
    });
    expect(change(plan, `${POOL}.people_quiet`).changed).toEqual([]);
    Object.assign(entry.after, { mfa_configuration: 'ON' });
    expect(change(plan, `${POOL}.people_quiet`).changed).toEqual(['mfa_configuration']);
    // Terraform reports 28 pools as changed outside, for the provider reads an empty list where it wrote none.
    expect(realPlan('cognito').resource_drift.length).toBeGreaterThan(10);
    expect(readReal('cognito').plans[0]?.drift.filter(({ changed }) => changed.length === 0)).toMatchObject([
      { address: `${POOL}.moved_quiet`, previousAddress: `${POOL}.moved_from` },
    ]);
  });

  it('attributes of a pool are compared by name, in whatever order they are', () => {
    const plan = realPlan('cognito');
    const { change: entry } = entryOf(plan, `${POOL}.schema_change_fails_removed_fires`);
    entry.after.schema = [...entry.before.schema].reverse();
    const rules = findingsOf(plan).filter(
      ({ address }) => address.endsWith('removed_fires') && address.includes('schema'),
    );
    expect(rules).toEqual([]);
  });

  it('a removed or edited attribute looks like an update and is reported; an added one is not', () => {
    const addresses = findingsOf(realPlan('cognito'))
      .filter(({ rule }) => rule === 'schema-change-fails')
      .map(({ address }) => address);
    expect(addresses).toEqual([
      `${POOL}.schema_change_fails_edited_fires`,
      `${POOL}.schema_change_fails_removed_fires`,
    ]);
    for (const address of addresses) expect(changeAt(readReal('cognito'), address).action).toBe('update');
    expect(changeAt(readReal('cognito'), `${POOL}.schema_added_quiet`).changed).toEqual(['schema']);
  });

  it('reading a data source is no change', () => {
    const plan = realPlan('mixed');
    expect(plan.resource_changes.map(({ mode }: { mode: string }) => mode)).toContain('data');
    expect(readReal('mixed').plans[0]?.changes.every(({ mode }) => mode === 'managed')).toBe(true);
  });

  it('a replacement is one change, so that it counts once as an addition and once as a deletion', () => {
    const { changes } = readReal('mixed').plans[0] ?? { changes: [] };
    const of = (...actions: string[]) => changes.filter(({ action }) => actions.includes(action)).length;
    const raw: { mode: string; change: { actions: string[] } }[] = realPlan('mixed').resource_changes;
    const managed = raw.filter(({ mode }) => mode === 'managed').map(({ change: { actions } }) => actions);
    expect(of('create', 'replace', 'replace-and-forget')).toBe(
      managed.filter((each) => each.includes('create')).length,
    );
    expect(of('delete', 'replace')).toBe(managed.filter((each) => each.includes('delete')).length);
    expect(of('forget')).toBe(2);
  });
});
