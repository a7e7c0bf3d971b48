import { type HttpApi, type IdentityPool, type RestApi, type UserPool, type UserPoolClient } from '@gatehouse/surface';
import { clientsByName, isMachine, poolsByName } from '@gatehouse/terraform';
import { apiNames } from '../../api-names';
import { type Shown } from './shown';

/** Names that clients know the parts by: those in AWS, without project and environment. */
export interface Names {
  api(api: RestApi | HttpApi): string;
  pool(pool: UserPool): string;
  client(client: UserPoolClient): string;
  identityPool(pool: IdentityPool): string;
  /** Whether an authorizer takes ID tokens of some clients of the pool alone. */
  audienceMatters(pool: UserPool): boolean;
}

export function namesOf({ environment, outputs, surface }: Shown): Names {
  const apis = apiNames(environment, surface);
  const pools = new Map([...poolsByName(environment, surface)].map(([name, { id }]) => [id, name]));
  const clients = new Map(
    surface.userPools.flatMap((pool) =>
      [...clientsByName(environment, surface, pool)].map(([name, { id }]) => [id, name] as const),
    ),
  );
  const identityPools = new Map(Object.entries(outputs.identityPools).map(([name, { id }]) => [id, name]));
  const known =
    (names: ReadonlyMap<string, string>) =>
    ({ id, name }: { readonly id: string; readonly name: string }): string =>
      names.get(id) ?? name;
  const limited = surface.apis.flatMap(({ authorizers }) =>
    authorizers.flatMap((each) => (each.identityValidationExpression ? each.userPoolArns : [])),
  );
  return {
    ...{ api: known(apis), pool: known(pools), client: known(clients), identityPool: known(identityPools) },
    audienceMatters: (pool) => limited.includes(pool.arn) || isForSome(pool, surface),
  };
}

/** Whether a JWT authorizer takes tokens of some clients that people of the pool have, and not of all. */
const isForSome = ({ endpoint, id }: UserPool, { clients, httpApis }: Shown['surface']): boolean =>
  httpApis.some(({ authorizers }) =>
    authorizers
      .filter(({ issuer }) => issuer === `https://${endpoint}`)
      .some(({ audience }) =>
        clients.some((each) => each.userPoolId === id && !isMachine(each) && !audience.includes(each.id)),
      ),
  );
