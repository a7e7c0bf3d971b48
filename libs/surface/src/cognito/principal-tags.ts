import type { PrincipalTags, Unknown } from '../model';
import { unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

export const readPrincipalTags = (pool: Resource, catalog: Catalog): PrincipalTags<Unknown>[] =>
  catalog.belonging(pool, ['aws_cognito_identity_pool_provider_principal_tag'], identityPoolOf).map((tags) => ({
    provider: tags.text('identity_provider_name', unknown()),
    defaults: tags.flag('use_defaults', false),
    tags: tags.textTable('principal_tags'),
    ...tags.located,
  }));

const identityPoolOf = (tags: Resource, catalog: Catalog): Resource | undefined =>
  catalog.target(tags, tags.text('identity_pool_id'), 'aws_cognito_identity_pool');
