import { formats } from '@gatehouse/checks';
import { checkText } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type MutualTls } from './mutual-tls';

/** @throws ConstructError for a name that API Gateway refuses, and for a truststore that is no object of S3. */
export function checkDomain(
  construct: Construct,
  { mutualTls, name }: { readonly name: string; readonly mutualTls?: MutualTls },
): void {
  checkText(construct, name, { prop: 'domain.name', fix: 'Write it without scheme and path', ...formats.domainName });
  checkText(construct, mutualTls?.truststoreUri ?? 's3://none/none', {
    prop: 'domain.mutualTls.truststoreUri',
    pattern: /^s3:\/\/[a-z0-9.-]+\/.+$|\$\{/,
    expected: 'an object of S3: s3://bucket/truststore.pem',
    fix: 'Put the certificates there first',
  });
}
