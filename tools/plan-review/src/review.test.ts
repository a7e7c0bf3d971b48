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
    expect(
      environment?.access.map(({ route, before, after, effect }) => [effect, route, before, after]),
    ).toEqual([
      ['opened', 'GET /me', 'signed-in user (ID token)', 'anyone'],
      ['new', 'DELETE /me', undefined, 'signed-in user (ID token)'],
      [
        'changed',
        'PUT /reports/{id}',
        'access token with reports/write and an API key',
        'signed-in user (ID token) and an API key',
      ],
    ]);
  });

  it('finds what the plans risk, the worst first', () => {
    expect(review.verdict).toBe('risky');
    expect(environment?.risks.map(({ rule, subject }) => [rule, subject])).toEqual(
      expect.arrayContaining([
        ['route-public', 'GET /me'],
        ['user-pool-lost', 'user pool reports-users'],
        ['scope-loosened', 'PUT /reports/{id}'],
      ]),
    );
    const severities = environment?.risks.map(({ severity }) => severity) ?? [];
    const order = ['critical', 'high', 'medium', 'expected'];
    expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('trap 30: counts as Terraform counts: a replacement is one to add and one to destroy', () => {
    // Terraform itself: Plan: 5 to add, 0 to change, 6 to destroy.
    expect(stack('identity')?.counts).toMatchObject({ add: 5, change: 0, destroy: 6 });
    expect(stack('api')?.counts).toMatchObject({ add: 3, change: 5, destroy: 2, move: 1 });
  });

  it('trap 25: ties what is replaced only because the pool is to the pool', () => {
    for (const follower of ['client.app', 'client.machine', 'domain.domain']) {
      const address = `aws_cognito_user_pool_${follower}`;
      expect([address, change(address)?.causedBy]).toEqual([address, 'aws_cognito_user_pool.users']);
    }
    expect(change('aws_cognito_resource_server.reports')?.causedBy).toBe('aws_cognito_user_pool.users');
    expect(change('aws_cognito_user_pool.users')?.causedBy).toBeUndefined();
    // Deleted because it is gone from the code, not because of the pool.
    expect(change('aws_cognito_user_pool_client.defaults')?.causedBy).toBeUndefined();
  });

  it('trap 25: does not fold a change that has a reason of its own', () => {
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

  it('trap 6: shows what is only moved', () => {
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

  it('leaves out drift in which nothing differs', () => {
    expect(stack('api')?.drift.map(({ address }) => address)).toEqual(['aws_api_gateway_model.report']);
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
    ['trap 8: that failed', { errored: true, complete: false, applyable: false }, 'errored'],
    ['trap 9: with targets', { complete: false }, 'incomplete'],
    [
      'trap 27: that puts changes off',
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
    const { verdict, environments } = reviewPlans(
      { api: clean },
      { notPlanned: { web: 'api is not applied yet.' } },
    );
    expect(verdict).toBe('not reviewed');
    expect(environments[0]?.digest).toBeUndefined();
    expect(reviewPlans({}).verdict).toBe('not reviewed');
  });

  it('trap 10: takes flags that an older Terraform does not write for nothing', () => {
    const { complete: _complete, errored: _errored, applyable: _applyable, ...old } = clean;
    expect(reviewPlans({ api: old }).verdict).toBe('clean');
  });

  it('trap 28: is not the same as nothing when it only invokes actions', () => {
    const plan = {
      ...planOf(),
      action_invocations: [{ address: 'action.aws_lambda_invoke.seed', type: 'aws_lambda_invoke' }],
    };
    const [environment] = reviewPlans({ api: plan }).environments;
    expect(environment?.stacks[0]?.counts.invoke).toBe(1);
    expect(environment?.stacks[0]?.actionInvocations).toEqual(['action.aws_lambda_invoke.seed']);
  });
});

describe('single changes', () => {
  const only = (...changes: readonly object[]) =>
    reviewPlans({ api: planOf(...changes) }).environments[0]?.stacks[0];

  it('trap 18: shows an update in which nothing differs', () => {
    const values = { name: 'app' };
    const stack = only(
      changeOf('aws_cognito_user_pool_client.app', { actions: ['update'], before: values, after: values }),
    );
    expect(stack?.changes).toEqual([
      expect.objectContaining({ action: 'update', invisible: true, changed: [] }),
    ]);
    expect(stack?.counts.change).toBe(1);
  });

  it('trap 17: shows an update that only marks something as secret, without the secret', () => {
    const values = { name: 'app', client_secret: 'hunter2' };
    const stack = only(
      changeOf('aws_cognito_user_pool_client.app', {
        actions: ['update'],
        before: values,
        after: values,
        before_sensitive: {},
        after_sensitive: { client_secret: true },
      }),
    );
    expect(stack?.changes).toHaveLength(1);
    expect(JSON.stringify(stack)).not.toContain('hunter2');
  });

  it('trap 7: keeps an object that a failed replacement left behind apart from the one at its address', () => {
    const stack = only(
      changeOf('aws_api_gateway_deployment.api', {
        actions: ['no-op'],
        before: { id: 'a' },
        after: { id: 'a' },
      }),
      changeOf(
        'aws_api_gateway_deployment.api',
        { actions: ['delete'], before: { id: 'b' }, after: null },
        { deposed: '1a2b' },
      ),
    );
    expect(stack?.changes).toEqual([expect.objectContaining({ action: 'delete', deposed: '1a2b' })]);
  });

  it('trap 5: says that what is forgotten stays', () => {
    const stack = only(
      changeOf('aws_cognito_user_pool.users', {
        actions: ['forget'],
        before: { name: 'people' },
        after: null,
      }),
    );
    expect(stack?.counts).toMatchObject({ forget: 1, destroy: 0 });
  });

  it('shows true and false of any argument, and of others only the name', () => {
    const stack = only(
      changeOf('aws_dynamodb_table.reports', {
        actions: ['update'],
        before: { deletion_protection_enabled: true, note: 'one' },
        after: { deletion_protection_enabled: false, note: 'two' },
      }),
    );
    expect(stack?.changes[0]).toMatchObject({
      changed: ['deletion_protection_enabled', 'note'],
      attributes: [{ name: 'deletion_protection_enabled', before: 'true', after: 'false' }],
    });
  });

  it.each([
    ['callback_urls', ['https://user:pw@app.example/in?token=s3cret#s3cret'], 'https://app.example/in?…'],
    ['callback_urls', ['myapp://done'], 'myapp://done'],
  ])('shows %s without what can be secret in a URL', (name, value, shown) => {
    const stack = only(
      changeOf('aws_cognito_user_pool_client.app', {
        actions: ['create'],
        before: null,
        after: { [name]: value },
      }),
    );
    expect(stack?.changes[0]?.attributes).toEqual([{ name, after: shown }]);
  });

  it('shows the host of an endpoint only: its path can be a password', () => {
    const stack = only(
      changeOf('aws_api_gateway_integration.hook', {
        actions: ['create'],
        before: null,
        after: { uri: 'https://hooks.example/services/T0/s3cret' },
      }),
    );
    expect(stack?.changes[0]?.attributes).toEqual([{ name: 'uri', after: 'https://hooks.example/…' }]);
  });
});

describe('where something comes from', () => {
  const synthesized = {
    api: {
      resource: {
        aws_api_gateway_method: {
          get_me: {
            '//': {
              metadata: { path: 'dev-api/api/get_me/Resource' },
              source: 'libs/stacks/src/routes.ts',
              public: 'the page shows it to guests',
            },
          },
        },
      },
    },
  };

  it('is said of routes, risks and changes', () => {
    const [environment] = reviewPlans(
      { api: realPlan('reports-api/changed.plan.json') },
      { synthesized },
    ).environments;
    const origin = { constructPath: 'dev-api/api/get_me/Resource', source: 'libs/stacks/src/routes.ts' };
    expect(environment?.access[0]).toMatchObject({ ...origin, publicReason: 'the page shows it to guests' });
    expect(environment?.risks.find(({ rule }) => rule === 'route-public')).toMatchObject(origin);
    expect(
      environment?.stacks[0]?.changes.find(({ address }) => address === 'aws_api_gateway_method.get_me'),
    ).toMatchObject(origin);
  });

  it('is one thing with why a route is public', () => {
    const [environment] = reviewPlans(
      { api: realPlan('reports-api/changed.plan.json') },
      { synthesized },
    ).environments;
    expect(environment?.risks.find(({ rule }) => rule === 'route-public')?.message).toContain(
      'the page shows it to guests',
    );
  });
});

describe('what a team accepts', () => {
  const plans = { api: realPlan('reports-api/changed.plan.json') };
  const accept = (rule: string, address: string) => ({ rule, address, reason: 'we know' });

  it('is shown apart and is no risk', () => {
    const acknowledgements = [accept('route-public', 'aws_api_gateway_method.get_me')];
    const [environment] = reviewPlans(plans, { acknowledgements }).environments;
    expect(environment?.acknowledged.find(({ rule }) => rule === 'route-public')).toMatchObject({
      reason: 'we know',
    });
    expect(environment?.risks.map(({ rule }) => rule)).not.toContain('route-public');
  });

  it('silences nothing else at the same place', () => {
    const acknowledgements = [accept('route-public', 'aws_api_gateway_method.get_me')];
    const [environment] = reviewPlans(plans, { acknowledgements }).environments;
    const there = environment?.risks.filter(({ address }) => address === 'aws_api_gateway_method.get_me');
    expect(there?.map(({ rule }) => rule)).toEqual(['public-route']);
  });

  it('is told when it is not needed any more', () => {
    const acknowledgements = [accept('route-public', 'aws_api_gateway_method.gone')];
    const [environment] = reviewPlans(plans, { acknowledgements }).environments;
    expect(environment?.idleAcknowledgements).toEqual(acknowledgements);
  });
});
