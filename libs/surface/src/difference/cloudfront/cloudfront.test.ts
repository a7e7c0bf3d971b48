import { handPlan, type HandChange } from '../../../testing/hand-plan';
import { findingsOf } from '../../../testing/real-plan';

const DISTRIBUTION = 'aws_cloudfront_distribution.web';
type Values = Readonly<Record<string, unknown>>;

const said = (before: Values, after: Values, unknown: object = {}, more: Record<string, HandChange> = {}) =>
  findingsOf(handPlan({ [DISTRIBUTION]: [web(before), web(after), unknown], ...more }))
    .filter(({ rule }) => rule === 'cloudfront-weaker')
    .map(({ severity, message }) => `${severity} ${message}`);
const web = (values: Values) => ({ aliases: ['a.example'], enabled: true, ...values });
const behavior = (values: Values = {}) => ({ target_origin_id: 'site', cached_methods: ['GET'], ...values });
const all = (values: Values = {}) => ({ default_cache_behavior: [behavior(values)] });

describe('who gets what a distribution has', () => {
  const signed = (...trusted_key_groups: unknown[]) => all({ trusted_key_groups });

  it('is anyone without a signed URL', () => {
    expect(said(signed('k1'), signed())).toEqual([
      'critical Anyone on the internet can get a.example without a signed URL.',
    ]);
    expect(said(signed(), signed())).toEqual([]);
  });

  it('is who signs with a key that is new beside others', () => {
    expect(said(signed('k1'), signed('k1', 'k2'))).toEqual([
      'high Anyone who can sign with a key of k2 can get a.example.',
    ]);
    expect(said(signed(), signed('k2'))).toEqual([]);
    const unknown = { default_cache_behavior: [{ trusted_key_groups: [false, true] }] };
    expect(said(signed('k1'), signed('k1', null), unknown)).toEqual([]);
  });

  it('is another one for paths that get a behavior of their own, of the same origin', () => {
    const own = (values: Values) => ({
      ...signed('k1'),
      ordered_cache_behavior: [{ ...behavior(values), path_pattern: '/img/*' }],
    });
    expect(said(signed('k1'), own({}))).toEqual([
      'critical Anyone on the internet can get /img/* of a.example without a signed URL.',
    ]);
    expect(said(signed('k1'), own({ target_origin_id: 'other' }))).toEqual([]);
    expect(said(signed('k1'), own({ trusted_key_groups: ['k1'] }))).toEqual([]);
  });
});

describe('a function that sees requests first', () => {
  const seen = (arn?: string, event_type = 'viewer-request') =>
    all(arn ? { function_association: [{ event_type, function_arn: arn }] } : {});
  const arn = 'arn:aws:cloudfront::111122223333:function/check';

  it('goes, or is another one', () => {
    expect(said(seen(arn), seen())).toEqual([
      'high No function looks at requests for a.example before they are answered.',
    ]);
    expect(said(seen(arn), seen(`${arn}2`))).toEqual([
      'high Another function looks at requests for a.example before they are answered.',
    ]);
    expect(said(seen(arn), seen(arn, 'viewer-response'))).toHaveLength(1);
  });

  it('is new, the same, or the next version of it', () => {
    expect(said(seen(), seen(arn))).toEqual([]);
    expect(said(seen(arn), seen(arn))).toEqual([]);
    const version = (number: number) =>
      all({ lambda_function_association: [{ event_type: 'origin-request', lambda_arn: `${arn}:${number}` }] });
    expect(said(version(1), version(2))).toEqual([]);
  });
});

describe('the record of requests as they come', () => {
  const recorded = (realtime_log_config_arn: unknown) => all({ realtime_log_config_arn });

  it('ends, or goes on', () => {
    expect(said(recorded('arn'), recorded(''))).toEqual([
      'medium Requests for a.example are no longer recorded as they come.',
    ]);
    expect(said(recorded('arn'), all())).toHaveLength(1);
    expect(said(recorded('arn'), recorded('other'))).toEqual([]);
    expect(said(all(), all())).toEqual([]);
    expect(
      said(recorded('arn'), recorded(undefined), { default_cache_behavior: [{ realtime_log_config_arn: true }] }),
    ).toEqual([]);
  });
});

describe('what holds for a whole distribution', () => {
  it('is a web ACL in between', () => {
    const acl = (web_acl_id: unknown) => ({ ...all(), web_acl_id });
    expect(said(acl('acl'), acl(''))).toEqual([
      'high Anyone can send requests to a.example without a web ACL in between.',
    ]);
    expect(said(acl('acl'), acl(null))).toHaveLength(1);
    expect(said(acl('acl'), all())).toHaveLength(1);
    expect(said(acl('acl'), acl('other'))).toEqual([]);
    expect(said(acl(''), acl(null))).toEqual([]);
  });

  it('is the oldest TLS that callers may speak', () => {
    const tls = (minimum_protocol_version?: string) => ({
      ...all(),
      viewer_certificate: [minimum_protocol_version ? { minimum_protocol_version } : {}],
    });
    expect(said(tls('TLSv1.2_2021'), tls('TLSv1.1_2016'))).toEqual([
      'high Callers can reach a.example with TLSv1.1_2016.',
    ]);
    expect(said(tls('TLSv1.1_2016'), tls('TLSv1.2_2021'))).toEqual([]);
    expect(said(tls('TLSv1.2_2021'), tls())).toEqual([]);
    expect(said(tls(), tls('SSLv3'))).toEqual([]);
  });
});

describe('a cache policy of the plan', () => {
  const policy = (id: string, behavior: string): HandChange => {
    const cookies = { cookie_behavior: behavior, cookies: [] };
    const parameters = {
      cookies_config: [cookies],
      headers_config: [{ header_behavior: 'none' }],
      query_strings_config: [{ query_string_behavior: 'all' }],
    };
    const values = {
      id,
      name: id,
      default_ttl: 60,
      max_ttl: 60,
      parameters_in_cache_key_and_forwarded_to_origin: [parameters],
    };
    return [values, { ...values }];
  };
  const kept = (id: string) => all({ cache_policy_id: id });
  const policies = {
    'aws_cloudfront_cache_policy.a': policy('a', 'all'),
    'aws_cloudfront_cache_policy.b': policy('b', 'none'),
  };

  it('is found by its id, and says what is given to others', () => {
    expect(said(kept('a'), kept('b'), {}, policies)).toEqual([expect.stringMatching(/^high /)]);
    expect(said(kept('b'), kept('a'), {}, policies)).toEqual([]);
    // Managed-CachingDisabled of AWS, and Managed-CachingOptimized.
    const [disabled, optimized] = ['4135ea2d-6df8-44a3-9df3-5a4b5a84add8', '658327ea-f89d-4fab-a63d-7e88639e58f6'];
    expect(said(kept(optimized), kept(disabled))).toEqual([]);
    expect(said(kept(disabled), kept(optimized))).toHaveLength(1);
    expect(said(kept('a'), kept('c'), {}, policies)).toEqual([
      'medium Responses of a.example are cached by another cache policy, which is not in the plan.',
    ]);
  });
});

describe('a verb that writes', () => {
  const sends = (origin: Values, ...allowed_methods: string[]) => ({
    ...all({ allowed_methods }),
    origin: [{ origin_id: 'site', ...origin }],
  });
  const added = (origin: Values) => said(sends(origin, 'GET'), sends(origin, 'GET', 'PUT'));
  const refused = 'Callers can send PUT for a.example, which CloudFront refused';

  it('weighs more where CloudFront signs it for a bucket, by its name or its access control', () => {
    const signs = [`high ${refused}, and it signs them for the bucket.`];
    expect(added({ domain_name: 'files.s3.eu-west-1.amazonaws.com' })).toEqual(signs);
    expect(added({ domain_name: 'files.example.com', origin_access_control_id: 'E1' })).toEqual(signs);
  });

  it('reaches a server as it is, and the website of a bucket', () => {
    expect(added({ domain_name: 'shop.example.com' })).toEqual([`medium ${refused}.`]);
    expect(
      added({
        domain_name: 'files.s3-website-eu-west-1.amazonaws.com',
        custom_origin_config: [{ origin_protocol_policy: 'http-only' }],
      }),
    ).toEqual([`medium ${refused}.`]);
  });
});
