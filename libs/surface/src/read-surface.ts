import { readClients } from './cognito/clients';
import { readUserPoolDomains } from './cognito/domains';
import { readResourceServers } from './cognito/resource-servers';
import { readUserPools } from './cognito/user-pools';
import { readFunctions } from './functions';
import type { Surface, Unknown, Unread } from './model';
import { readRestApis } from './rest/api';
import { Catalog } from './terraform/catalog';
import type { Resource } from './terraform/resource';

/** One normaliser for every source: resources in, surface out. */
export function readSurface(
  resources: readonly Resource[],
  unread: readonly Unread[] = [],
): Surface<Unknown> {
  const catalog = new Catalog(resources);
  return {
    apis: readRestApis(catalog),
    userPools: readUserPools(catalog),
    clients: readClients(catalog),
    resourceServers: readResourceServers(catalog),
    userPoolDomains: readUserPoolDomains(catalog),
    functions: readFunctions(catalog),
    unread,
  };
}
