import { synth, type SynthesizedStack } from '@gatehouse/testing';
import { type Construct } from 'constructs';
import { Auth, HttpApi, type HttpApiIntegration, type HttpApiProps, Integration } from '../src/index';
import { inAccount, lambda } from './api';

export const httpStage = { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } };
export const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12';
export const app = { clientIds: ['abc123'] };

/** Terraform of an HTTP API with a JWT authorizer and, unless `build` adds others, no route. */
export function synthHttpApi(
  build: (api: HttpApi, scope: Construct) => void,
  props: Partial<HttpApiProps> = {},
  account?: string,
): SynthesizedStack {
  return synth((stack) => {
    const scope = inAccount(stack, account);
    const api = new HttpApi(scope, 'api', { name: 'reports', stage: httpStage, ...props });
    api.addJwtAuthorizer('users', { userPool: { issuer }, clients: [app] });
    build(api, scope);
  });
}

/** The one integration of a public route `GET /a`. */
export function integrationOf(make: (scope: Construct) => HttpApiIntegration): SynthesizedStack['resource'] {
  return synthHttpApi((api, scope) =>
    api.addRoute('GET /a/{id}', { auth: Auth.public('a test'), integration: make(scope) }),
  ).resource;
}

/** A public route that a function answers. */
export const openTo = (scope: Construct) => ({
  auth: Auth.public('a test'),
  integration: Integration.lambda(lambda(scope)),
});

/** The message of the error that adding to an HTTP API fails with. */
export function httpRefusal(
  build: (api: HttpApi, scope: Construct) => void,
  props: Partial<HttpApiProps> = {},
  account?: string,
): string {
  try {
    synthHttpApi(build, props, account);
  } catch (error) {
    if (error instanceof Error && error.name === 'ConstructError') return error.message;
    throw error;
  }
  throw new Error('expected a ConstructError, found none');
}
