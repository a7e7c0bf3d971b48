import { type Construct } from 'constructs';
import { Auth, type ExistingRestApiProps, Integration, RestApi } from '../src/index';
import { lambda, stage, userPool } from './api';

export const ours = { restApiId: 'a1b2c3d4e5', deployedBy: 'thisStack', name: 'legacy', stage } as const;
export const theirs = { restApiId: 'a1b2c3d4e5', deployedBy: 'owner', stageName: 'live' } as const;

/** An API made elsewhere, with guarded routes of ours. */
export function extend(
  scope: Construct,
  props: ExistingRestApiProps,
  routes: readonly `GET /${string}`[] = ['GET /me'],
) {
  const api = RestApi.fromId(scope, 'legacy', props);
  api.addCognitoAuthorizer('users', { userPools: [userPool] });
  const integration = Integration.lambda(lambda(scope));
  for (const route of routes) api.addRoute(route, { auth: Auth.idToken(), integration });
  return api;
}
