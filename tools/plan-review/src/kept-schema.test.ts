import { changeOf, planOf, reviewPlans } from '../testing/plans';

const POOL = 'aws_cognito_user_pool.users';
const FILE = 'apps/dev/user-pools.json';
const stack = 'dev-identity';
const synthesized = { [stack]: {} };

const pool = (...names: string[]) => ({
  id: 'p',
  name: 'acme',
  schema: names.map((name) => ({ name, attribute_data_type: 'String', mutable: true })),
});
const noChange = (values: object) => planOf(changeOf(POOL, { actions: ['no-op'], before: values, after: values }));
const kept = (...attributes: string[]) => ({
  environment: 'dev',
  file: FILE,
  snapshot: {
    stacks: { [stack]: { [POOL]: { attributes: Object.fromEntries(attributes.map((name) => [name, {} as never])) } } },
  },
});

/** What the review says of pools, and its verdict. */
function said(plan: object, more: Parameters<typeof reviewPlans>[1]) {
  const { environments, verdict } = reviewPlans({ [stack]: plan as never }, { synthesized, ...more });
  return [verdict, ...environments.flatMap(({ findings }) => findings.map((each) => `${each.rule}: ${each.message}`))];
}

const REST = 'so synthesis does not refuse a change that would replace the pool.';

describe('a deployed user pool', () => {
  it('without a snapshot is mentioned, which makes no plan risky', () => {
    const withoutFile = { kept: { environment: 'dev', file: FILE } };

    expect(said(noChange(pool()), withoutFile)).toEqual([
      'clean',
      `schema-not-kept: ${FILE} does not hold acme, ${REST}`,
    ]);
    const { environments } = reviewPlans({ [stack]: noChange(pool()) }, { synthesized, ...withoutFile });
    expect(environments[0]?.findings[0]).toMatchObject({
      severity: 'expected',
      remediation: 'Run "npx nx accept-schema dev" and commit the file.',
      address: POOL,
    });
  });

  it('with a snapshot is mentioned when attributes were added since', () => {
    expect(said(noChange(pool('tenant', 'team')), { kept: kept('team', 'tenant') })).toEqual(['clean']);
    expect(said(noChange(pool('tenant', 'team')), { kept: kept('team') })).toEqual([
      'clean',
      `schema-not-kept: ${FILE} does not hold tenant of acme, ${REST}`,
    ]);
  });

  it('is looked for where it was before a moved block, too', () => {
    const moved = {
      ...planOf(
        changeOf(
          'aws_cognito_user_pool.people',
          { actions: ['no-op'], before: pool(), after: pool() },
          { previous_address: POOL },
        ),
      ),
    };

    expect(said(moved, { kept: kept() })).toEqual(['clean']);
  });

  it('is not looked for where nothing is to be kept, or the plan is of another stack', () => {
    expect(said(noChange(pool()), {})).toEqual(['clean']);
    expect(said(noChange(pool()), { kept: kept('x'), synthesized: {} })).toEqual(['clean']);
  });

  it('is not looked for when it is new', () => {
    const created = planOf(changeOf(POOL, { actions: ['create'], before: null, after: pool() }));

    expect(said(created, { kept: { environment: 'dev', file: FILE } }).join()).not.toContain('schema-not-kept');
  });
});
