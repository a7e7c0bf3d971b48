import { changeAt, entryOf, findingsOf, readReal, realPlan } from '../../testing/real-plan';
import { readPlans } from '../index';

const POOL = 'aws_cognito_user_pool';
const lost = (plan: unknown) =>
  findingsOf(plan)
    .filter(({ rule }) => rule === 'user-pool-lost')
    .map(({ address }) => address);

describe('a plan that ends something', () => {
  it('a replacement is one in either order, and both orders are in one plan', () => {
    const read = readReal('mixed');
    const [first, last] = [changeAt(read, `${POOL}.replaced_first`), changeAt(read, `${POOL}.replaced_last`)];
    expect([first.actions, first.action]).toEqual([['create', 'delete'], 'replace']);
    expect([last.actions, last.action]).toEqual([['delete', 'create'], 'replace']);
    expect(lost(realPlan('mixed'))).toEqual(
      expect.arrayContaining([`${POOL}.replaced_first`, `${POOL}.replaced_last`]),
    );
  });

  it('a rename without a moved block is a deletion, and the finding names the moved block', () => {
    const read = readReal('cognito');
    expect(changeAt(read, `${POOL}.user_pool_lost_renamed_fires`)).toMatchObject({
      action: 'delete',
      reason: 'delete_because_no_resource_config',
    });
    expect(changeAt(read, `${POOL}.user_pool_renamed_to`).action).toBe('create');
    const [finding] = findingsOf(realPlan('cognito')).filter(({ address }) => address.includes('renamed_fires'));
    expect(finding?.remediation).toContain(
      `Add moved { from = ${POOL}.user_pool_lost_renamed_fires, to = ${POOL}.user_pool_renamed_to }`,
    );
  });

  it('prevent_destroy stops no rename: this plan has it, and does not fail', () => {
    const read = readReal('cognito');
    expect(read.plans[0]?.status).toMatchObject({ errored: false, applyable: true });
    expect(lost(realPlan('cognito'))).toContain(`${POOL}.user_pool_lost_renamed_fires`);
    expect(readReal('errored').plans[0]?.status.errored).toBe(true);
  });

  it('a change from count to for_each ends every instance', () => {
    const read = readReal('cognito');
    expect(changeAt(read, `${POOL}.user_pool_lost_counted_fires[0]`).reason).toBe('delete_because_wrong_repetition');
    const remediation = findingsOf(realPlan('cognito'))
      .filter(({ address }) => address.includes('counted'))
      .map((finding) => finding.remediation.replace(/;.*/s, ''));
    expect(remediation).toEqual(
      [0, 1].map(
        (index) =>
          `Add moved { from = ${POOL}.user_pool_lost_counted_fires[${index}], to = ${POOL}.user_pool_lost_counted_fires["${['a', 'b'][index]}"] }`,
      ),
    );
  });

  it('what Terraform forgets stays in AWS and is reported, alone and after a replacement', () => {
    expect(changeAt(readReal('cognito'), `${POOL}.user_pool_lost_forgotten_fires`)).toMatchObject({
      action: 'forget',
      reason: 'delete_because_no_resource_config',
      after: undefined,
    });
    const plan = realPlan('cognito');
    entryOf(plan, `${POOL}.user_pool_lost_replaced_fires`).change.actions = ['create', 'forget'];
    expect(changeAt(readPlans([plan]), `${POOL}.user_pool_lost_replaced_fires`).action).toBe('replace-and-forget');
    expect(lost(plan)).toEqual(
      expect.arrayContaining([`${POOL}.user_pool_lost_forgotten_fires`, `${POOL}.user_pool_lost_replaced_fires`]),
    );
  });

  it('a move and an import are there, though nothing else happens to them', () => {
    expect(changeAt(readReal('cognito'), `${POOL}.moved_quiet`)).toMatchObject({
      action: 'no-op',
      previousAddress: `${POOL}.moved_from`,
      imported: false,
    });
    expect(changeAt(readReal('mixed'), 'aws_iam_role.imported')).toMatchObject({
      action: 'update',
      imported: true,
      changed: ['description'],
    });
  });

  it('an address with a deposed object is two changes, and an old pool with accounts in it is one that is lost', () => {
    const plan = realPlan('cognito');
    const kept = entryOf(plan, `${POOL}.people_quiet`);
    const deposed = { actions: ['delete'], before: kept.change.before, after: null, after_unknown: {} };
    plan.resource_changes.push({ ...kept, deposed: 'ab12cd34', change: deposed });
    const read = readPlans([plan]);
    const changes = read.plans[0]?.changes.filter(({ address }) => address === kept.address);
    expect(changes?.map(({ action, deposed }) => [action, deposed])).toEqual([
      ['update', undefined],
      ['delete', 'ab12cd34'],
    ]);
    expect(read.after.userPools.some(({ address }) => address === kept.address)).toBe(true);
    expect(findingsOf(plan)).toContainEqual(
      expect.objectContaining({
        rule: 'user-pool-lost',
        address: kept.address,
        after: 'deposed object ab12cd34 deleted',
      }),
    );
  });

  it('a protected pool that goes stops the apply halfway, which the finding says', () => {
    const messages = findingsOf(realPlan('cognito'))
      .filter(({ rule }) => rule === 'user-pool-lost')
      .map(({ address, message }) => [address, message.includes('the apply stops halfway')] as const);
    expect(messages.filter(([, stops]) => stops).map(([address]) => address)).toEqual([
      `${POOL}.user_pool_lost_renamed_fires`,
    ]);
  });

  it('what forces a replacement is a path; where there is none, the reason says why', () => {
    const read = readReal('cognito');
    expect(changeAt(read, `${POOL}.user_pool_lost_replaced_fires`)).toMatchObject({
      replacePaths: ['username_attributes'],
      reason: 'replace_because_cannot_update',
    });
    const plan = realPlan('cognito');
    const entry = entryOf(plan, `${POOL}.user_pool_lost_replaced_fires`);
    entry.change.replace_paths = [['username_configuration', 0, 'case_sensitive']];
    expect(changeAt(readPlans([plan]), entry.address).replacePaths).toEqual([
      'username_configuration.0.case_sensitive',
    ]);
    delete entry.change.replace_paths;
    entry.action_reason = 'replace_because_of_something_newer';
    expect(changeAt(readPlans([plan]), entry.address)).toMatchObject({
      replacePaths: [],
      reason: 'replace_because_of_something_newer',
    });
  });

  it('what only follows from a replaced pool is reported with the pool', () => {
    const read = readReal('cognito');
    for (const type of ['aws_cognito_user_pool_client', 'aws_cognito_resource_server', 'aws_cognito_user_pool_domain'])
      expect(changeAt(read, `${type}.of_replaced_pool`)).toMatchObject({
        action: 'replace',
        replacePaths: ['user_pool_id'],
      });
    expect(findingsOf(realPlan('cognito')).filter(({ address }) => address.includes('of_replaced_pool'))).toEqual([]);
  });
});
