import { type Invocation, type ServeFunction } from '../../src/bridge';
import { type Row, source } from '../../testing/conformance';
import { addUser, type Door, makeClient } from './door';
import { through } from './provider';
import { addProviders } from './providers';
import { type Seen, Visitor } from './visitor';

interface Event {
  readonly triggerSource: string;
  readonly userName: string;
  readonly request: { readonly userAttributes: Record<string, string> };
}

const row = (name: string, prove: Row<Door>['prove'], page = 'user-pool-lambda-pre-sign-up'): Row<Door> => ({
  name,
  source: source.cognitoGuide(page),
  prove,
});

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:triggers';

/** A pool with Google, whose functions all are this one. */
async function pool(door: Door, serve: (event: Event, poolId: string) => Promise<void>) {
  const { aws } = door;
  const sources: string[] = [];
  const { UserPool } = await aws.idp('CreateUserPool', {
    PoolName: 'triggered',
    LambdaConfig: { PreSignUp: ARN, PostConfirmation: ARN, PreAuthentication: ARN, PostAuthentication: ARN },
  });
  const poolId: string = UserPool.Id;
  await addProviders(aws, poolId, 'Google');
  const web = await makeClient(aws, poolId, 'web', {
    ...{ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] },
    ...{ CallbackURLs: ['http://localhost:3000/callback'], SupportedIdentityProviders: ['Google'] },
  });
  await door.front.reload([poolId]);
  const url = door.front.urlOf(poolId);
  const answer: ServeFunction = async ({ event }: Invocation) => {
    sources.push((event as Event).triggerSource);
    try {
      await serve(event as Event, poolId);
      return { payload: event };
    } catch (error) {
      return { error: { kind: 'thrown', name: 'Error', message: (error as Error).message } };
    }
  };
  door.emulator.bridge.serveFunctions(answer);
  const signIn = (person: Record<string, unknown>): Promise<Seen> =>
    through({ web, visitor: () => new Visitor(url) }, person);
  return { poolId, signIn, sources };
}

const person = { sub: '1', email: 'ada@example.com' };

export const federationTriggerRows: Row<Door>[] = [
  row(
    'functions: PreSignUp_ExternalProvider and PostConfirmation at the first sign-in, authentication ones later',
    async (door) => {
      const { signIn, sources } = await pool(door, () => Promise.resolve());
      expect((await signIn(person)).params.has('code')).toBe(true);
      expect(sources).toEqual(['PreSignUp_ExternalProvider', 'PostConfirmation_ConfirmSignUp']);
      sources.length = 0;
      await signIn(person);
      expect(sources).toEqual(['PreAuthentication_Authentication', 'PostAuthentication_Authentication']);
    },
    'cognito-user-pools-working-with-lambda-triggers',
  ),
  row('functions: one that throws is an error for the application, and there is no user', async (door) => {
    const { poolId, signIn } = await pool(door, () => Promise.reject(new Error('Not from here')));
    const { params } = await signIn(person);
    expect([params.get('error'), params.get('error_description')]).toEqual([
      'invalid_request',
      'PreSignUp failed with error Not from here.',
    ]);
    expect((await door.aws.idp('ListUsers', { UserPoolId: poolId })).Users).toEqual([]);
  }),
  row(
    'functions: a person whom PreSignUp links sees an error once, and is that user at the next sign-in',
    async (door) => {
      const { poolId, signIn } = await pool(door, async ({ triggerSource }, UserPoolId) => {
        if (triggerSource !== 'PreSignUp_ExternalProvider') return;
        await door.aws.idp('AdminLinkProviderForUser', {
          UserPoolId,
          DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'ada' },
          SourceUser: { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '1' },
        });
      });
      await addUser(door.aws, poolId, 'ada');
      expect((await signIn(person)).params.get('error_description')).toBe(
        'Already found an entry for username google_1',
      );
      expect((await signIn(person)).params.has('code')).toBe(true);
    },
  ),
];
