import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { setAccount } from '@gatehouse/construct-kit';
import { synth, type SynthesizedStack } from '@gatehouse/testing';
import { Construct } from 'constructs';
import { Auth, Integration, type LambdaTarget, RestApi, type RestApiProps } from '../src/index';

export const stage = {
  name: 'dev',
  throttle: { rateLimit: 50, burstLimit: 100 },
  accessLog: { retentionDays: 30 },
};

export const userPool = { userPoolArn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12' };

/** Terraform of an API with an authorizer and, unless `build` adds others, no route. */
export function synthApi(
  build: (api: RestApi, scope: Construct) => void,
  props: Partial<RestApiProps> = {},
  account?: string,
): SynthesizedStack {
  return synth((scope) => {
    const stack = inAccount(scope, account);
    const api = new RestApi(stack, 'api', { name: 'reports', stage, ...props });
    api.addCognitoAuthorizer('users', { userPools: [userPool] });
    build(api, stack);
  });
}

/** A construct whose stack says which account it is deployed to; the stack itself for one that does not say. */
export function inAccount(stack: Construct, account: string | undefined): Construct {
  if (account === undefined) return stack;
  const scope = new Construct(stack, 'account');
  setAccount(scope, account);
  return scope;
}

/** The message of the error that adding to an API fails with. */
export function refusal(build: (api: RestApi, scope: Construct) => void, props: Partial<RestApiProps> = {}): string {
  try {
    synthApi(build, props);
  } catch (error) {
    if (error instanceof Error && error.name === 'ConstructError') return error.message;
    throw error;
  }
  throw new Error('expected a ConstructError, found none');
}

export function lambda(scope: Construct, id = 'service'): LambdaTarget {
  const target = new LambdaFunction(scope, id, {
    functionName: id,
    role: 'arn:aws:iam::123456789012:role/r',
  });
  target.overrideLogicalId(id);
  return target;
}

/** Options of a route that needs nothing but itself. */
export const open = { auth: Auth.public('a test'), integration: Integration.mock() };
