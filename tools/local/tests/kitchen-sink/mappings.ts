import { GetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserPool,
  CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { CALLBACK, post } from '../front-door/door';
import { type Behaviour } from './behaviour';
import { withProviders } from './sign-in-elsewhere';
import { type KitchenSink } from './sink';

interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly refresh_token: string;
}

/** The tokens of someone who signs in at the provider `corp` for the first time. */
function tokensOf(sink: KitchenSink, person: object): Promise<Tokens> {
  const pool = { poolId: sink.text('linked_pool_id'), clientId: sink.text('linked_client_id') };
  return withProviders(sink, pool, async (signIn, url) => {
    const code = (await signIn('corp', person)).get('code') ?? 'none';
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, client_id: pool.clientId };
    return (await post(`${url}/oauth2/token`, form)).body as unknown as Tokens;
  });
}

/** Attributes as the library reads them, with tokens that the sign-in pages gave. */
function attributesByLibrary(sink: KitchenSink, tokens: Tokens): Promise<Record<string, string>> {
  const ids = { UserPoolId: sink.text('linked_pool_id'), ClientId: sink.text('linked_client_id') };
  const session = new CognitoUserSession({
    IdToken: new CognitoIdToken({ IdToken: tokens.id_token }),
    AccessToken: new CognitoAccessToken({ AccessToken: tokens.access_token }),
    RefreshToken: new CognitoRefreshToken({ RefreshToken: tokens.refresh_token }),
  });
  const Username = String(session.getIdToken().decodePayload()['cognito:username']);
  const user = new CognitoUser({ Username, Pool: new CognitoUserPool({ ...ids, endpoint: sink.emulator.url }) });
  user.setSignInUserSession(session);
  return new Promise((resolve, reject) =>
    user.getUserAttributes((error, attributes) =>
      error ? reject(error) : resolve(Object.fromEntries((attributes ?? []).map(({ Name, Value }) => [Name, Value]))),
    ),
  );
}

export const mappingBehaviours: readonly Behaviour[] = [
  {
    name: 'what a provider says of a person is in the attributes of its mapping (AWS SDK, amazon-cognito-identity-js)',
    prove: async (sink) => {
      const email = sink.newEmail();
      const tokens = await tokensOf(sink, { sub: 'Mapped-1', email, email_verified: true, nickname: 'not mapped' });
      const mapped = { email, email_verified: 'true', 'custom:subject': 'Mapped-1' };

      const { UserAttributes = [] } = await sink.sdk.send(new GetUserCommand({ AccessToken: tokens.access_token }));
      const bySdk = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
      expect(bySdk).toMatchObject(mapped);
      expect(bySdk).not.toHaveProperty('nickname');
      expect(await attributesByLibrary(sink, tokens)).toEqual(bySdk);
    },
  },
];
