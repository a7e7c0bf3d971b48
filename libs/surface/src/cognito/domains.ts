import type { SignInCertificate, Unknown, UserPoolDomain } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { poolOf } from './pool-of';

export const readUserPoolDomains = (catalog: Catalog): UserPoolDomain<Unknown>[] =>
  catalog.managed('aws_cognito_user_pool_domain').map((domain) => ({
    ...domain.located,
    ...poolOf(domain, catalog),
    domain: domain.text('domain', unknown()),
    managedLoginVersion: domain.number('managed_login_version', 1),
    ...optional('certificateArn', domain.text('certificate_arn')),
    ...optional('certificate', readCertificate(domain, catalog)),
    ...optional('region', domain.region),
  }));

function readCertificate(domain: Resource, catalog: Catalog): SignInCertificate<Unknown> | undefined {
  const certificate = catalog.target(domain, domain.text('certificate_arn'), 'aws_acm_certificate', 'arn');
  if (!certificate) return undefined;
  const names = certificate.texts('subject_alternative_names');
  const first = certificate.text('domain_name', unknown());
  return {
    // A data source names one of them.
    names: certificate.mode === 'data' || isUnknown(names) ? unknown() : [...new Set([first, ...names])],
    ...optional('region', certificate.region),
  };
}
