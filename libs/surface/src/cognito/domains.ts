import type { Unknown, UserPoolDomain } from '../model';
import { unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import { poolOf } from './pool-of';

export const readUserPoolDomains = (catalog: Catalog): UserPoolDomain<Unknown>[] =>
  catalog.managed('aws_cognito_user_pool_domain').map((domain) => {
    const certificateArn = domain.text('certificate_arn');
    return {
      ...domain.located,
      ...poolOf(domain, catalog),
      domain: domain.text('domain', unknown()),
      ...(certificateArn === undefined ? {} : { certificateArn }),
    };
  });
