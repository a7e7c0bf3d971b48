import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { inventPerson, signUpAndConfirm } from '../up/demo-user';
import { signIn } from './sign-in';
import { type SmokeContext } from './smoke';

/** Same token, one claim changed, signature kept. */
export function tamper(token: string): string {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const changed = { ...claims, email: 'someone-else@example.com' };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

/** A token of our pool, rightly signed, that ran out an hour ago. */
export function expiredToken({ facts, sign }: SmokeContext): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return sign({
    sub: '00000000-0000-4000-8000-000000000000',
    iss: `https://cognito-idp.${facts.region}.amazonaws.com/${facts.userPoolId}`,
    aud: facts.appClientId,
    token_use: 'id',
    email: 'late@example.com',
    auth_time: now - 7200,
    iat: now - 7200,
    exp: now - 3600,
  });
}

/** The ID token of a user of another pool in the same account. */
export async function otherPoolToken({ cognito, facts }: SmokeContext): Promise<string> {
  const pool = await cognito.send(new CreateUserPoolCommand({ PoolName: 'other', UsernameAttributes: ['email'] }));
  const userPoolId = pool.UserPool?.Id as string;
  try {
    const flows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const;
    const settings = { UserPoolId: userPoolId, ClientName: 'other', ExplicitAuthFlows: [...flows] };
    const client = await cognito.send(new CreateUserPoolClientCommand(settings));
    const clientId = client.UserPoolClient?.ClientId as string;
    const user = inventPerson('other');
    await signUpAndConfirm(cognito, { userPoolId, clientId }, user);
    return (await signIn(facts.cognitoEndpoint, clientId, user)).idToken;
  } finally {
    await cognito.send(new DeleteUserPoolCommand({ UserPoolId: userPoolId }));
  }
}
