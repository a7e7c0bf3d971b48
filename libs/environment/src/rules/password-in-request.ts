import { clientsOf } from '../checks/check';
import { type EnvironmentRule } from './rule';

export const passwordInRequest: EnvironmentRule = {
  id: 'password-in-request',
  fields: ['clients.*.authFlows.userPassword'],
  expected: 'false, or absent',
  why: 'USER_PASSWORD_AUTH sends the password itself, so every log and proxy on the way may keep it; SRP proves it without sending it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
  remediation: 'Use userSrp, or sign-in pages (callbackUrls).',
  broken: (environment) =>
    clientsOf(environment).flatMap(({ client, path }) =>
      client.authFlows?.userPassword === true ? [[...path, 'authFlows', 'userPassword']] : [],
    ),
};
