import { synth } from '@gatehouse/testing';
import { Secret, UserPool } from '../src/index';

export const secretArn = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:social-AbCdEf';
export const secret = Secret.secretsManager({ arn: secretArn }, { field: 'client_secret' });

/** The client secret as it is written of a provider of this name in Terraform. */
export const clientSecret = (name: string): string =>
  `\${jsondecode(data.aws_secretsmanager_secret_version.${name}.secret_string).client_secret}`;

/** A pool with what is added to it. */
export const built = (build: (users: UserPool) => unknown) =>
  synth((stack) => void build(new UserPool(stack, 'users', { name: 'acme' })));

export const providersOf = (build: (users: UserPool) => unknown) => built(build).resource.aws_cognito_identity_provider;

/** A provider of that pool. */
export const made = (resource: object) => ({ user_pool_id: '${aws_cognito_user_pool.users.id}', ...resource });

export const ignoring = (...keys: string[]) => ({ ignore_changes: keys.map((key) => `provider_details["${key}"]`) });
