import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const truststoreChanged = differenceRule({
  id: 'truststore-changed',
  severity: 'critical',
  title: 'Truststore of mutual TLS changed',
  why: 'The truststore lists the authorities whose client certificates are accepted: one more lets in everyone that it signs a certificate for.',
  remediation: 'Compare the certificates of both truststores, and remove authorities that you do not trust.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
  find: ({ apiDomains, changesOf }) => {
    // Buckets that this plan knows are the team's own.
    const own = new Set(changesOf('aws_s3_bucket').map(({ after }) => after?.['bucket']));
    return changed('domain', apiDomains, (before, after, name) => {
      const [was, now] = [before.truststore, after.truststore];
      if (typeof was !== 'string' || typeof now !== 'string') return undefined;
      const [old, version] = [before.truststoreVersion, after.truststoreVersion];
      return [
        {
          when: was !== now,
          message: `Callers with certificates that ${now} vouches for can reach ${name}.`,
          severity: bucketOf(was) === bucketOf(now) || own.has(bucketOf(now)) ? 'high' : 'critical',
          before: was,
          after: now,
        },
        {
          // A new version of the same object is how certificates are exchanged in time.
          when: was === now && typeof old === 'string' && typeof version === 'string' && old !== version,
          message: `Callers with certificates that another version of ${now} vouches for can reach ${name}.`,
          severity: 'medium',
          before: show(old),
          after: show(version),
        },
      ];
    });
  },
});

/** `s3://bucket/key` */
const bucketOf = (uri: string): string | undefined => uri.split('/')[2];
