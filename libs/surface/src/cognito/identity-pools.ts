import type { IdentityPool, List, RoleMapping, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { roleAt } from '../iam/roles';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';
import { readPrincipalTags } from './principal-tags';

const POOL = 'aws_cognito_identity_pool';
const ATTACHMENT = 'aws_cognito_identity_pool_roles_attachment';

export const readIdentityPools = (catalog: Catalog): IdentityPool<Unknown>[] =>
  catalog.managed(POOL).map((pool) => {
    const [attachment] = catalog.belonging(pool, [ATTACHMENT], identityPoolOf);
    return {
      ...pool.located,
      id: pool.computed('id'),
      name: pool.text('identity_pool_name', unknown()),
      guests: pool.flag('allow_unauthenticated_identities', false),
      classicFlow: pool.flag('allow_classic_flow', false),
      userPoolClients: readClients(pool, catalog),
      otherProviders: readOtherProviders(pool),
      ...(attachment ? readRoles(attachment, catalog) : {}),
      roleMappings: attachment ? readMappings(attachment, catalog) : [],
      principalTags: readPrincipalTags(pool, catalog),
    };
  });

const identityPoolOf = (attachment: Resource, catalog: Catalog): Resource | undefined =>
  catalog.target(attachment, attachment.text('identity_pool_id'), POOL);

function readClients(pool: Resource, catalog: Catalog): IdentityPool<Unknown>['userPoolClients'] {
  const providers = pool.blocks('cognito_identity_providers');
  if (isUnknown(providers)) return providers;
  return providers.map((provider) => {
    const clientId = provider.text('client_id', unknown());
    const client = catalog.target(pool, clientId, [
      'aws_cognito_user_pool_client',
      'aws_cognito_managed_user_pool_client',
    ]);
    return {
      clientId,
      ...(client ? { client: client.address } : {}),
      providerName: provider.text('provider_name', unknown()),
      serverSideTokenCheck: provider.flag('server_side_token_check', false),
    };
  });
}

function readOtherProviders(pool: Resource): List<string, Unknown> {
  const named = [pool.texts('openid_connect_provider_arns'), pool.texts('saml_provider_arns')];
  const social = pool.textTable('supported_login_providers');
  const open = [...named, social].find(isUnknown);
  if (open) return open;
  const developer = pool.text('developer_provider_name');
  return [
    ...named.flatMap((providers) => (isUnknown(providers) ? [] : providers)),
    ...Object.entries(social).map(([provider, app]) => (isUnknown(app) ? provider : `${provider} (app ${app})`)),
    ...(developer === undefined ? [] : ['developer']),
  ];
}

function readRoles(
  attachment: Resource,
  catalog: Catalog,
): Pick<IdentityPool<Unknown>, 'authenticatedRole' | 'unauthenticatedRole'> {
  const roles = attachment.textTable('roles');
  if (isUnknown(roles)) {
    const role = roleAt(attachment, roles, catalog);
    // Made from several roles, it does not tell which one is for whom: the new one, that is not known, can be for guests.
    const isOne = (roles.references ?? []).length === 1;
    return { authenticatedRole: isOne ? role : { arn: roles }, unauthenticatedRole: role };
  }
  const { authenticated, unauthenticated } = roles;
  return {
    ...(authenticated === undefined ? {} : { authenticatedRole: roleAt(attachment, authenticated, catalog) }),
    ...(unauthenticated === undefined ? {} : { unauthenticatedRole: roleAt(attachment, unauthenticated, catalog) }),
  };
}

function readMappings(attachment: Resource, catalog: Catalog): IdentityPool<Unknown>['roleMappings'] {
  const mappings = attachment.blocks('role_mapping');
  return isUnknown(mappings) ? mappings : mappings.map((mapping) => readMapping(mapping, attachment, catalog));
}

function readMapping(mapping: Values, attachment: Resource, catalog: Catalog): RoleMapping<Unknown> {
  const rules = mapping.blocks('mapping_rule');
  return {
    provider: mapping.text('identity_provider', unknown()),
    type: mapping.text<'Token' | 'Rules'>('type', unknown()),
    whenAmbiguous: mapping.text('ambiguous_role_resolution', 'Deny'),
    rules: isUnknown(rules)
      ? rules
      : rules.map((rule) => ({
          ...roleAt(attachment, rule.text('role_arn', unknown()), catalog),
          claim: rule.text('claim', unknown()),
          match: rule.text('match_type', unknown()),
          value: rule.text('value', unknown()),
        })),
  };
}
