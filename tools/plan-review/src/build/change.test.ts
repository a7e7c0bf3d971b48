import { changeOf, planOf, reviewPlans } from '../../testing/plans';

describe('single changes', () => {
  const only = (...changes: readonly object[]) => reviewPlans({ api: planOf(...changes) }).environments[0]?.stacks[0];

  it('shows an update in which nothing differs', () => {
    const values = { name: 'app' };
    const stack = only(
      changeOf('aws_cognito_user_pool_client.app', { actions: ['update'], before: values, after: values }),
    );
    expect(stack?.changes).toEqual([expect.objectContaining({ action: 'update', invisible: true, changed: [] })]);
    expect(stack?.counts.change).toBe(1);
  });

  it('shows an update that only marks something as secret, without the secret', () => {
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

  it('keeps an object that a failed replacement left behind apart from the one at its address', () => {
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

  it('says that what is forgotten stays', () => {
    const stack = only(
      changeOf('aws_cognito_user_pool.users', {
        actions: ['forget'],
        before: { name: 'people' },
        after: null,
      }),
    );
    expect(stack?.counts).toMatchObject({ forget: 1, destroy: 0 });
  });

  it('lists what is forgotten in favor of a body with the API that has it', () => {
    const rest_api_id = 'a1b2c3d4e5';
    const method = { id: 'agm-1', rest_api_id, http_method: 'GET' };
    const forgotten = changeOf('aws_api_gateway_method.get', { actions: ['forget'], before: method, after: null });
    const apiWith = (after: object) =>
      changeOf('aws_api_gateway_rest_api.api', {
        actions: ['update'],
        before: { id: rest_api_id, name: 'old' },
        after: { id: rest_api_id, ...after },
      });
    const causeOf = (api: object) => only(forgotten, api)?.changes.find(({ action }) => action === 'forget')?.causedBy;

    expect(causeOf(apiWith({ name: 'old', body: '{}' }))).toBe('aws_api_gateway_rest_api.api');
    expect(causeOf(apiWith({ name: 'new' }))).toBeUndefined();
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
