import { changeOf, planOf, realPlan, reviewPlans } from '../testing/plans';

describe('a review of real plans', () => {
  const review = reviewPlans({
    identity: realPlan('reports-identity/changed.plan.json'),
    api: realPlan('reports-api/changed.plan.json'),
  });
  const [environment] = review.environments;
  const stack = (name: string) => environment?.stacks.find((each) => each.name === name);
  const change = (address: string) =>
    environment?.stacks.flatMap(({ changes }) => changes).find((each) => each.address === address);

  it('says which routes change who may call them, the opened ones first', () => {
    expect(environment?.access.map(({ route, before, after, effect }) => [effect, route, before, after])).toEqual([
      ['opened', 'GET /me', 'signed-in user (ID token)', 'anyone'],
      [
        'loosened',
        'PUT /reports/{id}',
        'access token with reports/write and an API key',
        'signed-in user (ID token) and an API key',
      ],
      ['new', 'DELETE /me', undefined, 'signed-in user (ID token)'],
    ]);
  });

  it('finds what the plans finding, the worst first', () => {
    expect(review.verdict).toBe('risky');
    expect(environment?.findings.map(({ rule, subject }) => [rule, subject])).toEqual(
      expect.arrayContaining([
        ['route-public', 'GET /me'],
        ['user-pool-lost', 'user pool reports-users'],
        ['scope-loosened', 'PUT /reports/{id}'],
      ]),
    );
    const severities = environment?.findings.map(({ severity }) => severity) ?? [];
    const order = ['critical', 'high', 'medium', 'expected'];
    expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('counts as Terraform counts: a replacement is one to add and one to destroy', () => {
    // Terraform itself: Plan: 5 to add, 0 to change, 6 to destroy.
    expect(stack('identity')?.counts).toMatchObject({ add: 5, change: 0, destroy: 6 });
    expect(stack('api')?.counts).toMatchObject({ add: 3, change: 5, destroy: 2, move: 1 });
  });

  it('ties what is replaced only because the pool is to the pool', () => {
    for (const follower of ['client.app', 'client.machine', 'domain.domain']) {
      const address = `aws_cognito_user_pool_${follower}`;
      expect([address, change(address)?.causedBy]).toEqual([address, 'aws_cognito_user_pool.users']);
    }
    expect(change('aws_cognito_resource_server.reports')?.causedBy).toBe('aws_cognito_user_pool.users');
    expect(change('aws_cognito_user_pool.users')?.causedBy).toBeUndefined();
    // Deleted because it is gone from the code, not because of the pool.
    expect(change('aws_cognito_user_pool_client.defaults')?.causedBy).toBeUndefined();
  });

  it('does not fold a change that has a reason of its own', () => {
    const plan = realPlan('reports-identity/changed.plan.json');
    const client = plan.resource_changes.find(
      ({ address }: { address: string }) => address === 'aws_cognito_user_pool_client.app',
    );
    client.change.replace_paths = [['user_pool_id'], ['generate_secret']];
    const [changed] = reviewPlans({ identity: plan }).environments;
    const app = changed?.stacks[0]?.changes.find(({ address }) => address === client.address);
    expect(app?.causedBy).toBeUndefined();
    expect(app?.forcedBy).toEqual(['user_pool_id', 'generate_secret']);
  });

  it('shows what is only moved', () => {
    expect(change('aws_api_gateway_method.root')).toMatchObject({
      action: 'no-op',
      previousAddress: 'aws_api_gateway_method.get_root',
    });
  });

  it('says which arguments change, and the values of those that may be printed', () => {
    expect(change('aws_api_gateway_method.get_me')?.attributes).toEqual([
      { name: 'authorization', before: 'COGNITO_USER_POOLS', after: 'NONE' },
      { name: 'authorizer_id', before: 's6vxt1kq1s' },
    ]);
  });

  it('keeps drift apart, and leaves out what nothing differs in', () => {
    const drifted = (name: string, after: object) =>
      changeOf(`aws_cloudwatch_log_group.${name}`, {
        actions: ['update'],
        before: { name, retention_in_days: 365, kms_key_id: null },
        after,
      });
    const plan = {
      ...planOf(),
      resource_drift: [
        drifted('same', { name: 'same', retention_in_days: 365, kms_key_id: '' }),
        drifted('other', { name: 'other', retention_in_days: 30, kms_key_id: null }),
      ],
    };
    const [drift] = reviewPlans({ api: plan }).environments;
    expect(drift?.stacks[0]).toMatchObject({
      status: 'no changes',
      changes: [],
      drift: [
        {
          address: 'aws_cloudwatch_log_group.other',
          attributes: [{ name: 'retention_in_days', before: '365', after: '30' }],
        },
      ],
    });
    expect(drift?.stacks[0]?.drift).toHaveLength(1);
  });

  it('leaves out of the drift what AWS counts and what another resource set', () => {
    const users = (estimated_number_of_users: number) => ({ name: 'users', estimated_number_of_users });
    const role = (inline_policy: readonly object[]) => ({ name: 'api', inline_policy });
    const update = (address: string, before: object, after: object) =>
      changeOf(address, { actions: ['update'], before, after });
    const policy = { role: 'api', name: 'logs' };
    const plan = planOf(changeOf('aws_iam_role_policy.logs', { actions: ['no-op'], before: policy, after: policy }));
    const drifted = [
      update('aws_cognito_user_pool.users', users(0), users(1)),
      update('aws_iam_role.api', role([]), role([{ name: 'logs', policy: '{}' }])),
    ];

    const [review] = reviewPlans({ api: Object.assign(plan, { resource_drift: drifted }) }).environments;

    expect(review?.stacks[0]?.drift).toEqual([]);
  });
});

describe('a plan that does not say everything', () => {
  const clean = planOf(
    changeOf('aws_cloudwatch_log_group.logs', {
      actions: ['update'],
      before: { name: 'a', retention_in_days: 30 },
      after: { name: 'a', retention_in_days: 60 },
    }),
  );

  it('is clean when it does', () => {
    expect(reviewPlans({ api: clean }).verdict).toBe('clean');
  });

  it.each([
    ['that failed', { errored: true, complete: false, applyable: false }, 'errored'],
    ['with targets', { complete: false }, 'incomplete'],
    [
      'that puts changes off',
      {
        deferred_changes: [
          {
            reason: 'absent_prereq',
            resource_change: changeOf('aws_x.y', { actions: ['create'], before: null, after: {} }),
          },
        ],
      },
      'incomplete',
    ],
  ])('is never clean: one %s', (_, flags, status) => {
    const { verdict, environments } = reviewPlans({ api: { ...clean, ...flags } });
    expect(verdict).not.toBe('clean');
    expect(environments[0]?.stacks[0]).toMatchObject({ status, why: expect.any(String) });
  });

  it('is never clean: one with an action that is not known here', () => {
    const plan = planOf(changeOf('aws_x.y', { actions: ['transmute'], before: {}, after: {} }));
    const { verdict, environments } = reviewPlans({ api: plan });
    expect(verdict).not.toBe('clean');
    expect(environments[0]?.stacks[0]?.changes[0]?.action).toBe('unknown');
  });

  it('is never clean: one that is not there', () => {
    const { verdict, environments } = reviewPlans({ api: clean }, { notPlanned: { web: 'api is not applied yet.' } });
    expect(verdict).toBe('not reviewed');
    expect(environments[0]?.digest).toBeUndefined();
    expect(reviewPlans({}).verdict).toBe('not reviewed');
  });

  it('takes flags that an older Terraform does not write for nothing', () => {
    const old = { format_version: '0.2', resource_changes: clean.resource_changes };
    expect(reviewPlans({ api: old }).verdict).toBe('clean');
  });

  it('is not the same as nothing when it only invokes actions', () => {
    const plan = {
      ...planOf(),
      action_invocations: [{ address: 'action.aws_lambda_invoke.seed', type: 'aws_lambda_invoke' }],
    };
    const [environment] = reviewPlans({ api: plan }).environments;
    expect(environment?.stacks[0]?.counts.invoke).toBe(1);
    expect(environment?.stacks[0]?.actionInvocations).toEqual(['action.aws_lambda_invoke.seed']);
  });

  it('leaves out of the drift what a resource of another stack set, and no more', () => {
    const role = (...policies: string[]) => ({ name: 'guest', inline_policy: policies.map((name) => ({ name })) });
    const policy = { role: 'guest', name: 'invoke' };
    const api = planOf(changeOf('aws_iam_role_policy.guest', { actions: ['no-op'], before: policy, after: policy }));
    const found = (...policies: string[]) => {
      const drifted = { actions: ['update'], before: role(), after: role(...policies) };
      const people = Object.assign(planOf(), { resource_drift: [changeOf('aws_iam_role.guest', drifted)] });
      const [review] = reviewPlans({ people, api }).environments;
      return [review?.stacks.flatMap(({ drift }) => drift).length, review?.findings.map(({ rule }) => rule)];
    };

    expect(found('invoke')).toEqual([0, []]);
    expect(found('invoke', 'by-hand')).toEqual([1, ['access-drift']]);
  });
});
