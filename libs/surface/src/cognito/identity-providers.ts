import type { IdentityProvider, Unknown } from '../model';
import { unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import { poolOf } from './pool-of';

export const readIdentityProviders = (catalog: Catalog): IdentityProvider<Unknown>[] =>
  catalog.managed('aws_cognito_identity_provider').map((provider) => ({
    name: provider.text('provider_name', unknown()),
    type: provider.text('provider_type', unknown()),
    details: provider.textTable('provider_details'),
    attributeMapping: provider.textTable('attribute_mapping'),
    identifiers: provider.texts('idp_identifiers'),
    ...provider.located,
    ...poolOf(provider, catalog),
  }));
