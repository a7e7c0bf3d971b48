import { createHmac } from 'node:crypto';
import { type Surface, type UserPool, type UserPoolClient } from '@gatehouse/surface';
import { type ClientSecret } from './client-secret';

/** A client that takes a user name and a password. */
export interface PasswordClient {
  readonly client: UserPoolClient;
  readonly secret?: string;
  /** True: only a backend with AWS credentials may sign people in by it. */
  readonly admin: boolean;
}

/** The client by which people of a pool sign in with a password: one that a browser can use before all others. */
export async function findPasswordClient(
  { clients }: Pick<Surface, 'clients'>,
  pool: UserPool,
  secretOf: ClientSecret,
): Promise<PasswordClient | undefined> {
  const ofPool = clients.filter(({ userPoolId }) => userPoolId === pool.id);
  const [best] = ofPool.filter(({ authFlows }) => takes(authFlows, ANY)).sort((one, other) => rank(one) - rank(other));
  if (best === undefined) return undefined;
  const secret = best.hasSecret ? await secretOf(best) : undefined;
  return { client: best, admin: !takes(best.authFlows, PUBLIC), ...(secret !== undefined && { secret }) };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash */
export function secretHash({ client, secret }: PasswordClient, username: string): string | undefined {
  return secret && createHmac('sha256', secret).update(`${username}${client.id}`).digest('base64');
}

/** With the names of before 2018, which Cognito still takes. */
const PUBLIC = ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'];
const ANY = [...PUBLIC, 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'];

const takes = (flows: readonly string[], any: readonly string[]): boolean => flows.some((flow) => any.includes(flow));

const rank = ({ authFlows, hasSecret }: UserPoolClient): number =>
  (takes(authFlows, PUBLIC) ? 0 : 2) + (hasSecret ? 1 : 0);
