import { createHmac } from 'node:crypto';
import { type DoorClient } from '../pool';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash */
export const secretHash = ({ id, secret }: DoorClient, username: string): { SecretHash?: string } =>
  secret === undefined ? {} : { SecretHash: createHmac('sha256', secret).update(`${username}${id}`).digest('base64') };
