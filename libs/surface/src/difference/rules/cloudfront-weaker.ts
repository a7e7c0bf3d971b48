import { nameOfChange } from '../../changes/name-of-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { behaviorChanges } from '../cloudfront/behavior-changes';
import { textsIn } from '../cloudfront/behaviors';
import { cachingOfPolicy, keptMore } from '../cloudfront/caching';
import { originChanges } from '../cloudfront/origins';
import { headersOfPolicy, readByMore } from '../cloudfront/response-headers';
import { wholeDistribution } from '../cloudfront/whole';
import type { Comparison } from '../comparison';
import { worseSettings } from '../worse-settings';

export const cloudfrontWeaker = differenceRule({
  id: 'cloudfront-weaker',
  severity: 'critical',
  title: 'CloudFront distribution opened or led elsewhere',
  why: 'Signed URLs, functions and web ACLs at CloudFront are often the only check of who gets what is behind it, and its origin gets every request, with cookies and tokens where they are forwarded.',
  remediation: 'Restore the key groups, the function, the origin or the web ACL of the distribution.',
  page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-overview.html',
  find: (comparison) => [
    ...comparison.changesOf('aws_cloudfront_distribution').flatMap((change) => {
      const { before, after } = change;
      if (!before || !after || change.action === 'no-op') return [];
      const name = textsIn(after['aliases'])[0] ?? nameOfChange(change);
      return violationsAt(change, `distribution ${name}`, [
        ...behaviorChanges(change, name, comparison),
        ...originChanges(before, after, name),
        ...wholeDistribution(before, after, name),
      ]);
    }),
    ...keyGroups(comparison),
    ...policies(comparison),
    ...worseSettings('cloudfront-weaker', comparison),
  ],
});

const keyGroups = ({ changesOf }: Comparison): readonly Violation[] =>
  changesOf('aws_cloudfront_key_group').flatMap((change) => {
    const [was, now] = [change.before, change.after].map((values) => values?.['items']);
    if (!Array.isArray(was) || !Array.isArray(now)) return [];
    const added = now.filter((key) => typeof key === 'string' && !was.includes(key));
    const name = nameOfChange(change);
    return violationsAt(change, `key group ${name}`, {
      when: added.length > 0,
      severity: 'high',
      message: `Anyone with the private key of ${added.join(', ')} can sign URLs for key group ${name}.`,
      before: was.map(String).join(', '),
      after: now.map(String).join(', '),
    });
  });

/** Policies that change for every distribution with them. */
const policies = ({ changesOf }: Comparison): readonly Violation[] => [
  ...changesOf('aws_cloudfront_cache_policy').flatMap((change) => {
    const { action, after, before } = change;
    if (!before || !after || action === 'no-op') return [];
    const what = `distributions with cache policy ${nameOfChange(change)}`;
    return violationsAt(change, what, keptMore(cachingOfPolicy(before), cachingOfPolicy(after), what));
  }),
  ...changesOf('aws_cloudfront_response_headers_policy').flatMap((change) => {
    const { action, after, before } = change;
    if (!before || !after || action === 'no-op') return [];
    const what = `distributions with response headers policy ${nameOfChange(change)}`;
    return violationsAt(change, what, readByMore(headersOfPolicy(before), headersOfPolicy(after), what));
  }),
];
