import { surfaceFromState, surfaceFromSynth } from '../index';

const client = (body: object) =>
  surfaceFromSynth([
    { resource: { aws_cognito_user_pool_client: { app: { name: 'app', user_pool_id: 'p', ...body } } } },
  ]).clients[0];

describe('token lifetimes', () => {
  it.each([
    ['seconds', 300, 300],
    ['minutes', 5, 300],
    ['hours', 2, 7200],
    ['days', 1, 86_400],
  ])('in %s become seconds', (unit, amount, seconds) => {
    const units = { access_token: unit, id_token: unit, refresh_token: unit };
    expect(
      client({
        access_token_validity: amount,
        id_token_validity: amount,
        refresh_token_validity: amount,
        token_validity_units: units,
      }),
    ).toMatchObject({
      accessTokenValidity: seconds,
      idTokenValidity: seconds,
      refreshTokenValidity: seconds,
    });
  });

  it('without units are hours, and days for the refresh token', () => {
    expect(client({ access_token_validity: 2, id_token_validity: 3, refresh_token_validity: 4 })).toMatchObject({
      accessTokenValidity: 7200,
      idTokenValidity: 10_800,
      refreshTokenValidity: 345_600,
    });
  });

  it('are unknown where the unit is', () => {
    const token_validity_units = { access_token: '${var.unit}' };
    expect(client({ access_token_validity: 2, token_validity_units })?.accessTokenValidity).toMatchObject({
      unknown: true,
    });
  });
});

describe('client secrets', () => {
  const applied = (values: object) =>
    surfaceFromState([
      {
        format_version: '1.0',
        values: {
          root_module: {
            resources: [
              {
                address: 'aws_cognito_managed_user_pool_client.app',
                mode: 'managed',
                type: 'aws_cognito_managed_user_pool_client',
                values: { id: 'c', name: 'app', user_pool_id: 'p', ...values },
              },
            ],
          },
        },
      },
    ]).clients[0];

  it('of a managed client are known by whether there is one', () => {
    expect(applied({ client_secret: 'canary' })?.hasSecret).toBe(true);
    expect(JSON.stringify(applied({ client_secret: 'canary' }))).not.toContain('canary');
    expect(applied({ client_secret: '' })?.hasSecret).toBe(false);
  });

  it('follow generate_secret elsewhere', () => {
    expect(client({ generate_secret: true })?.hasSecret).toBe(true);
    expect(client({})?.hasSecret).toBe(false);
    expect(client({ generate_secret: '${var.secret}' })?.hasSecret).toMatchObject({ unknown: true });
  });
});
