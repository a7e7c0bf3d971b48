import type { Unknown, UserPoolDomain } from '../model';
import { unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import { poolOf } from './pool-of';

export const readUserPoolDomains = (catalog: Catalog): UserPoolDomain<Unknown>[] =>
  catalog.managed('aws_cognito_user_pool_domain').map((domain) => ({
    ...domain.located,
    ...poolOf(domain, catalog),
    domain: domain.text('domain', unknown()),
    managedLoginVersion: domain.number('managed_login_version', 1),
    ...optional('certificateArn', domain.text('certificate_arn')),
  }));
