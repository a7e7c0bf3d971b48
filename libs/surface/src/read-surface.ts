import { readClients } from './cognito/clients';
import { readUserPoolDomains } from './cognito/domains';
import { readIdentityPools } from './cognito/identity-pools';
import { readIdentityProviders } from './cognito/identity-providers';
import { readResourceServers } from './cognito/resource-servers';
import { readRiskConfigurations } from './cognito/risk-configurations';
import { readUserPools } from './cognito/user-pools';
import { readUserGroups, readUsers } from './cognito/users';
import { readFunctionPermissions, readFunctions, readFunctionUrls } from './functions';
import { readHttpApis } from './http/api';
import { readRoles } from './iam/roles';
import type { Surface, Unknown, Unread } from './model';
import { readAlarms } from './protection/alarms';
import { readApiDomains } from './protection/domains';
import { readUsagePlans } from './protection/usage-plans';
import { readVpcLinks } from './protection/vpc-links';
import { readWebAcls } from './protection/web-acls';
import { readRestApis } from './rest/api';
import { Catalog } from './terraform/catalog';
import type { Resource } from './terraform/resource';

/** One normaliser for every source: resources in, surface out. */
export const readSurface = (resources: readonly Resource[], unread: readonly Unread[] = []): Surface<Unknown> =>
  surfaceOf(new Catalog(resources), unread);

export function surfaceOf(catalog: Catalog, unread: readonly Unread[] = []): Surface<Unknown> {
  return {
    apis: readRestApis(catalog),
    httpApis: readHttpApis(catalog),
    apiDomains: readApiDomains(catalog),
    usagePlans: readUsagePlans(catalog),
    vpcLinks: readVpcLinks(catalog),
    alarms: readAlarms(catalog),
    webAcls: readWebAcls(catalog),
    userPools: readUserPools(catalog),
    clients: readClients(catalog),
    resourceServers: readResourceServers(catalog),
    userPoolDomains: readUserPoolDomains(catalog),
    identityProviders: readIdentityProviders(catalog),
    userGroups: readUserGroups(catalog),
    users: readUsers(catalog),
    riskConfigurations: readRiskConfigurations(catalog),
    identityPools: readIdentityPools(catalog),
    roles: readRoles(catalog),
    functions: readFunctions(catalog),
    functionPermissions: readFunctionPermissions(catalog),
    functionUrls: readFunctionUrls(catalog),
    unread,
  };
}
