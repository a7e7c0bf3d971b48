import { type PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { type GroupScopes, handler, scopeChanges } from './handler';

const mapping: GroupScopes = { admins: ['reports/read', 'reports/write'], editors: ['reports/write', 'texts/edit'] };
const sdk = ['aws.cognito.signin.user.admin'];

describe('scopes of groups', () => {
  it('are added where nobody could ask for them', () => {
    expect(scopeChanges(mapping, ['admins'], sdk)).toEqual({
      scopesToAdd: ['reports/read', 'reports/write'],
      scopesToSuppress: ['texts/edit'],
    });
  });

  it('are those of all groups of a person, each once', () => {
    expect(scopeChanges(mapping, ['editors', 'admins', 'others'], sdk)).toEqual({
      scopesToAdd: ['reports/write', 'texts/edit', 'reports/read'],
      scopesToSuppress: [],
    });
  });

  it('are removed from people outside the groups, also when the client asked for them', () => {
    for (const asked of [sdk, ['openid', 'reports/write', 'orders/read']]) {
      expect(scopeChanges(mapping, [], asked)).toEqual({
        scopesToAdd: [],
        scopesToSuppress: ['reports/read', 'reports/write', 'texts/edit'],
      });
    }
  });

  it('give a client no more than it asked for', () => {
    expect(scopeChanges(mapping, ['admins'], ['openid', 'reports/read'])).toEqual({
      scopesToAdd: [],
      scopesToSuppress: ['texts/edit'],
    });
    expect(scopeChanges(mapping, ['admins'], [...sdk, 'openid']).scopesToAdd).toEqual([]);
  });

  it('leave scopes that are not mapped as they are', () => {
    const { scopesToAdd, scopesToSuppress } = scopeChanges(mapping, ['editors'], ['openid', 'orders/read']);

    expect([...scopesToAdd, ...scopesToSuppress]).not.toContain('orders/read');
    expect([...scopesToAdd, ...scopesToSuppress]).not.toContain('openid');
  });

  it('are not those of an object, for a group with such a name', () => {
    expect(scopeChanges(mapping, ['constructor', '__proto__'], sdk).scopesToAdd).toEqual([]);
  });
});

describe('the trigger', () => {
  beforeEach(() => (process.env.GROUP_SCOPES = JSON.stringify(mapping)));
  afterEach(() => delete process.env.GROUP_SCOPES);

  /** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html */
  const event = (groupsToOverride: string[] | undefined): PreTokenGenerationV2TriggerEvent => ({
    version: '2',
    triggerSource: 'TokenGeneration_Authentication',
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_AbCdEf123',
    userName: 'ada',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1h57kf5cpq17m0eml12example' },
    request: {
      userAttributes: { sub: '11111111-1111-1111-1111-111111111111', email: 'ada@example.com' },
      groupConfiguration: { groupsToOverride, iamRolesToOverride: [], preferredRole: undefined },
      scopes: ['aws.cognito.signin.user.admin'],
    },
    response: { claimsAndScopeOverrideDetails: {} },
  });

  it('answers with the changes of the access token, and leaves claims and groups as they are', async () => {
    const { response } = (await handler(event(['admins']))) as PreTokenGenerationV2TriggerEvent;

    expect(response).toEqual({
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: { scopesToAdd: ['reports/read', 'reports/write'], scopesToSuppress: ['texts/edit'] },
      },
    });
  });

  it('gives nothing to a person who is in no group', async () => {
    const { response } = (await handler(event(undefined))) as PreTokenGenerationV2TriggerEvent;

    expect(response.claimsAndScopeOverrideDetails.accessTokenGeneration?.scopesToAdd).toEqual([]);
  });

  it('leaves the tokens of machines as they are', async () => {
    const machine = { ...event([]), version: '3', triggerSource: 'TokenGeneration_ClientCredentials' as const };
    machine.request.scopes = ['reports/write'];

    expect((await handler(machine)).response).toEqual({ claimsAndScopeOverrideDetails: {} });
  });

  it('lets nobody sign in when it cannot read the mapping', async () => {
    process.env.GROUP_SCOPES = '{';

    await expect(handler(event(['admins']))).rejects.toThrow(SyntaxError);
  });
});
