import { type UserPool } from '@gatehouse/cognito';
import { type LambdaFunction } from '@gatehouse/functions';
import { Auth, type Authorizer, IdentitySource, type RestApi } from '@gatehouse/gateway';
import { type Backends } from './backends';

/** Who may call. */
export interface Guards {
  readonly people: { readonly auth: Auth; readonly authorizer: Authorizer };
  readonly office: { readonly auth: Auth; readonly authorizer: Authorizer };
  readonly partners: { readonly auth: Auth; readonly authorizer: Authorizer };
  readonly machines: { readonly auth: Auth; readonly authorizer: Authorizer };
}

/** Every kind of authorizer. */
export function addAuthorizers(
  api: RestApi,
  pools: readonly [UserPool, UserPool],
  check: LambdaFunction,
  backends: Backends,
): Guards {
  return { ...ofTokens(api, pools), ...ofFunctions(api, check, backends) };
}

function ofTokens(api: RestApi, pools: readonly [UserPool, UserPool]): Pick<Guards, 'people' | 'office'> {
  return {
    people: {
      auth: Auth.idToken(),
      authorizer: api.addCognitoAuthorizer('people', { userPools: pools, audiencePattern: '^[a-z0-9]+$' }),
    },
    office: {
      auth: Auth.accessToken('orders/write'),
      authorizer: api.addCognitoAuthorizer('office', {
        userPools: [pools[0]],
        header: 'X-Staff-Token',
        resultsCacheTtlSeconds: 60,
      }),
    },
  };
}

function ofFunctions(api: RestApi, check: LambdaFunction, { role }: Backends): Pick<Guards, 'partners' | 'machines'> {
  return {
    partners: {
      auth: Auth.custom('Partners with a contract'),
      authorizer: api.addTokenAuthorizer('partners', {
        function: check,
        header: 'X-Partner-Key',
        tokenPattern: '^[a-z0-9]{32}$',
        role,
      }),
    },
    machines: {
      auth: Auth.custom('Tills in the shops'),
      authorizer: api.addRequestAuthorizer('machines', {
        function: check,
        identitySources: [
          IdentitySource.header('X-Machine'),
          IdentitySource.queryString('shop'),
          IdentitySource.stageVariable('color'),
          IdentitySource.context('identity.sourceIp'),
        ],
        resultsCacheTtlSeconds: 0,
      }),
    },
  };
}
