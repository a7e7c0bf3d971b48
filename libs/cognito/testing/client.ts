import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { UserPool, type UserPoolClientOptions } from '../src/index';

export const pool = (stack: TerraformStack) =>
  new UserPool(stack, 'users', {
    name: 'acme',
    selfSignUp: true,
    standardAttributes: { givenName: { required: true } },
    customAttributes: { tenant: { type: 'string' } },
  });

export const make = (options: UserPoolClientOptions | ((users: ReturnType<typeof pool>) => UserPoolClientOptions)) =>
  synth((stack) => {
    const users = pool(stack);
    users.addClient('app', typeof options === 'function' ? options(users) : options);
  }).resource.aws_cognito_user_pool_client?.app;

/** In one line, so that a mistake is where `@ts-expect-error` is. */
export const given = (options: Parameters<typeof make>[0]) => options;

export const srp = { authFlows: { userSrp: true } } as const;
export const callbackUrls = ['https://app.example.com/cb', 'https://app.example.com/other'];
export const code = { grant: 'code', scopes: ['openid'], callbackUrls } as const;
