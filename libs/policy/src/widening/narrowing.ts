import { identityPoolPrincipals } from '@gatehouse/checks';
import { says } from './conditions/literal';
import { type Rule } from './rule';

/**
 * Whether a condition says from where or as whom a request comes, by values without wildcards: what AWS counts as not
 * public. A tag of a principal does not: each account sets those of its own.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const isNarrowedTo = ({ literals }: Rule): boolean =>
  literals.some((literal) => {
    const { condition, key, negated, opaque } = literal;
    const name = key.replace(/[\ue000-\uf8ff].*$/, '');
    if (!narrowing.includes(name)) return false;
    // A value that is not known is some value.
    if (opaque) return !literal.variable;
    if (negated || condition.ifExists || condition.every || condition.operator === 'Null') return false;
    // A key that is missing, and yet the condition holds.
    if (says(literal, undefined) !== false) return false;
    return condition.values.length > 0 && condition.values.every((value) => isFixed(name, value));
  });

/**
 * Whether a condition says of which client a token is.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export const isOfClient = ({ literals }: Rule): boolean =>
  literals.some(
    (literal) =>
      /:(aud|app_id|azp|sub)$/.test(literal.key.replace(/[\ue000-\uf8ff].*$/, '')) &&
      (literal.opaque || (!literal.negated && says(literal, undefined) === false)) &&
      !literal.condition.values.includes('*'),
  );

const narrowing = [
  ...['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount', 'aws:principalarn', 'aws:userid'],
  ...['aws:sourceip', 'aws:vpcsourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn'],
  ...['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceowner', 'aws:sourceorgid', 'aws:sourceorgpaths'],
  ...['s3:dataaccesspointarn', 's3:dataaccesspointaccount', 's3:x-amz-server-side-encryption-aws-kms-key-id'],
  ...['kms:calleraccount', 'aws:federatedprovider', ...identityPoolPrincipals.map((name) => `${name}:aud`)],
];

function isFixed(key: string, value: string): boolean {
  if (key.endsWith('sourceip')) {
    const [address = '', prefix] = value.split('/');
    return prefix === undefined || Number(prefix) >= (address.includes(':') ? 32 : 8);
  }
  if (value.includes('${')) return false;
  // An ARN says the account, whatever is open in the rest; one of S3 says the bucket.
  const [, , service = '', , account = '', ...rest] = value.split(':');
  if (value.startsWith('arn:'))
    return !/[*?]/.test(account) && (account !== '' || (service === 's3' && !/^[*?]/.test(rest.join(':'))));
  return !/[*?]/.test(value) || (key === 'aws:principalorgpaths' && !/^[*?]/.test(value));
}
