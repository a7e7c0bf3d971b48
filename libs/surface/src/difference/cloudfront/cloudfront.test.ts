import { found, type HandChange } from '../../../testing/hand-plan';

const AT = 'aws_cloudfront_distribution.cdn';
const distribution = (behavior: object, more: object = {}) => ({
  enabled: true,
  origin: [{ origin_id: 'a', domain_name: 'a.example.com' }],
  default_cache_behavior: [{ target_origin_id: 'a', allowed_methods: ['GET'], max_ttl: 0, ...behavior }],
  ...more,
});
const changed = (was: object, now: object) => found({ [AT]: [distribution(was), distribution(now)] });
const whole = (was: object, now: object) => found({ [AT]: [distribution({}, was), distribution({}, now)] });
const key = (headers: readonly string[]) => ({ max_ttl: 60, forwarded_values: [{ headers }] });
const only = (restriction_type: string, locations: readonly string[]) => ({
  restrictions: [{ geo_restriction: [{ restriction_type, locations }] }],
});

it.each([
  ['more methods', {}, { allowed_methods: ['GET', 'DELETE'] }, 'medium'],
  ['answers kept that the origin forbids to keep', {}, { max_ttl: 60, min_ttl: 60 }, 'high'],
  ['a key without the caller', key(['Authorization']), key([]), 'high'],
  ['a cache policy that is not in the plan', {}, { cache_policy_id: 'other' }, 'medium'],
  ['a cache policy of AWS', {}, { cache_policy_id: '658327ea-f89d-4fab-a63d-7e88639e58f6' }, 'high'],
  ['no log', { realtime_log_config_arn: 'arn:aws:cloudfront::123456789012:realtime-log-config/a' }, {}, 'medium'],
])('%s is found', (_, was, now, severity) => {
  expect(changed(was, now)).toEqual([`${severity} cloudfront-weaker ${AT}`]);
  expect(changed(now, now)).toEqual([]);
});

it.each([
  ['a name that goes', { aliases: ['www.example.com'] }, {}, 'high'],
  ['one more country', only('whitelist', ['DE']), only('whitelist', ['DE', 'FR']), 'medium'],
  ['a distribution that is off', {}, { enabled: false }, 'high'],
])('%s is found', (_, was, now, severity) => {
  expect(whole(was, now)).toEqual([`${severity} cloudfront-weaker ${AT}`]);
});

it('a cache policy of AWS that keeps nothing is quiet', () => {
  expect(changed({}, { cache_policy_id: '4135ea2d-6df8-44a3-9df3-5a4b5a84add8' })).toEqual([]);
});

describe('pages that read answers with credentials', () => {
  const policy = (...items: string[]) => ({
    id: 'p',
    cors_config: [{ access_control_allow_credentials: true, access_control_allow_origins: [{ items }] }],
  });
  const POLICY = 'aws_cloudfront_response_headers_policy.pages';
  const behavior = distribution({ response_headers_policy_id: 'p' });
  const read = (before: HandChange[0], after: HandChange[1]) =>
    found({ [AT]: [behavior, behavior], [POLICY]: [before, after] });

  it('are found once when they are more, and not when they are fewer', () => {
    const one = policy('https://a.example.com');
    const two = policy('https://a.example.com', 'https://b.example.com');
    expect(read(one, two)).toEqual([`high cloudfront-weaker ${POLICY}`]);
    expect(read(two, one)).toEqual([]);
  });
});

it('a bucket gives everyone the same answer', () => {
  const origin = [{ origin_id: 'a', domain_name: 'a.s3.eu-west-1.amazonaws.com' }];
  const [was, now] = [distribution({}, { origin }), distribution({ max_ttl: 60, min_ttl: 60 }, { origin })];
  expect(found({ [AT]: [was, now] })).toEqual([]);
});
