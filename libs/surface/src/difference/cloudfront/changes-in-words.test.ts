import { handPlan, type HandChange } from '../../../testing/hand-plan';
import { findingsOf } from '../../../testing/real-plan';

type Values = Readonly<Record<string, unknown>>;

const AT = 'aws_cloudfront_distribution.cdn';
const HOST = 'a.example.com';
const behavior = (more: Values) => ({ target_origin_id: 'a', allowed_methods: ['GET'], max_ttl: 0, ...more });
const distribution = (by: Values, more: Values = {}): Values => ({
  aliases: ['www.example.com'],
  enabled: true,
  origin: [{ origin_id: 'a', domain_name: HOST }],
  default_cache_behavior: [behavior(by)],
  ...more,
});

const said = (...plan: Parameters<typeof handPlan>) =>
  findingsOf(handPlan(...plan))
    .filter(({ rule }) => rule === 'cloudfront-weaker')
    .map(({ severity, message, before, after }) => `${severity} ${message} ${before} -> ${after}`);
const whole = (was: Values, now: Values) => said({ [AT]: [distribution({}, was), distribution({}, now)] });
const byDefault = (was: Values, now: Values) => said({ [AT]: [distribution(was), distribution(now)] });

describe('where callers may be', () => {
  const only = (restriction_type: string, ...locations: string[]) => ({
    restrictions: [{ geo_restriction: [{ restriction_type, locations }] }],
  });
  const [none, black, white] = [only('none'), only('blacklist', 'RU', 'KP'), only('whitelist', 'DE')];

  it.each([
    [white, none, 'more countries', 'whitelist DE -> every country'],
    [white, black, 'more countries', 'whitelist DE -> blacklist RU, KP'],
    [white, only('whitelist', 'DE', 'FR'), 'FR', 'whitelist DE -> whitelist DE, FR'],
    [black, only('blacklist', 'KP'), 'RU', 'blacklist RU, KP -> blacklist KP'],
    [black, only('whitelist', 'RU', 'DE'), 'RU', 'blacklist RU, KP -> whitelist RU, DE'],
  ])('is more: %j, then %j', (was, now, opened, how) => {
    expect(whole(was, now)).toEqual([`medium Callers in ${opened} can reach www.example.com. ${how}`]);
  });

  it.each([
    [none, white],
    [black, white],
    [only('whitelist', 'DE', 'FR'), white],
    [only('blacklist', 'KP'), black],
  ])('is no more: %j, then %j', (was, now) => {
    expect(whole(was, now)).toEqual([]);
  });
});

describe('an origin', () => {
  const origin = (more: Values) => ({ origin: [{ origin_id: 'a', domain_name: HOST, ...more }] });
  const tls = (...origin_ssl_protocols: string[]) => origin({ custom_origin_config: [{ origin_ssl_protocols }] });
  const signed = origin({ origin_access_control_id: 'c' });
  const byIdentity = origin({ s3_origin_config: [{ origin_access_identity: 'i' }] });
  const unsigned = `medium CloudFront no longer signs requests to ${HOST}: it refuses them, or has been opened to everyone. signed -> not signed`;

  it('takes older TLS', () => {
    expect(whole(tls('TLSv1.2'), tls('TLSv1', 'TLSv1.2'))).toEqual([
      `medium CloudFront talks to ${HOST} with TLSv1. undefined -> TLSv1`,
    ]);
    expect(whole(tls('TLSv1', 'TLSv1.2'), tls('TLSv1', 'TLSv1.1', 'TLSv1.2'))).toEqual([
      `medium CloudFront talks to ${HOST} with TLSv1.1. undefined -> TLSv1.1`,
    ]);
    expect(whole(tls('TLSv1', 'TLSv1.2'), tls('TLSv1.2'))).toEqual([]);
  });

  it('gets requests without a signature', () => {
    expect(whole(signed, origin({}))).toEqual([unsigned]);
    expect(whole(byIdentity, origin({ s3_origin_config: [{ origin_access_identity: '' }] }))).toEqual([unsigned]);
    expect(whole(byIdentity, signed)).toEqual([]);
    expect(whole(origin({}), signed)).toEqual([]);
  });

  it('is another one for the same paths', () => {
    const two = {
      origin: [
        { origin_id: 'a', domain_name: HOST },
        { origin_id: 'b', domain_name: 'b.example.com' },
      ],
    };
    const to = (target_origin_id: string) => distribution({ target_origin_id }, two);
    expect(said({ [AT]: [to('a'), to('b')] })).toEqual([
      'high Requests for www.example.com go to b.example.com in place of a.example.com. a.example.com -> b.example.com',
    ]);
    const alike = { origin: two.origin.map((each) => ({ ...each, domain_name: HOST })) };
    expect(said({ [AT]: [distribution({}, alike), distribution({ target_origin_id: 'b' }, alike)] })).toEqual([]);
    expect(said({ [AT]: [to('a'), distribution({ target_origin_id: 'c' }, two)] })).toEqual([]);
  });
});

describe('what is kept', () => {
  const kept = 'CloudFront caches the responses that the origin does not forbid to cache of www.example.com';
  const forwarded = (more: Values, ttl = 60) => ({ max_ttl: ttl, default_ttl: ttl, forwarded_values: [more] });
  const cookies = (forward: string, ...whitelisted_names: string[]) => ({ cookies: [{ forward, whitelisted_names }] });

  it('is more than before, for everyone', () => {
    expect(byDefault({}, forwarded({}))).toEqual([
      `medium ${kept}, and gives them to every caller. no responses -> the responses that the origin does not forbid to cache`,
    ]);
    const always = { min_ttl: 60, ...forwarded({}) };
    expect(byDefault({}, always)).toEqual([
      'high CloudFront caches all responses of www.example.com, whatever the origin says, and gives them to every caller. no responses -> all responses',
    ]);
    expect(byDefault({ default_ttl: 0, max_ttl: 60 }, forwarded({}))).toEqual([
      `medium ${kept}, and gives them to every caller. the responses that the origin lets it cache -> the responses that the origin does not forbid to cache`,
    ]);
    expect(byDefault(always, {})).toEqual([]);
  });

  it('is for one caller where the key tells', () => {
    const authorized = { headers: ['Authorization'] };
    expect(byDefault({}, forwarded(authorized))).toEqual([]);
    expect(byDefault({}, { min_ttl: 60, ...forwarded(authorized) })).toEqual([
      'medium CloudFront caches all responses of www.example.com, whatever the origin says. no responses -> all responses',
    ]);
    expect(byDefault({}, forwarded({ query_string: true }))).toEqual([
      expect.stringContaining('gives them to every caller'),
    ]);
  });

  it('is given to others when the key loses a part', () => {
    const others = (lost: string, how: string) =>
      `CloudFront can answer a caller of www.example.com with the response of another: the cache key no longer has ${lost}. ${how}`;
    expect(byDefault(forwarded(cookies('all')), forwarded({}))).toEqual([
      `high ${others('cookies', 'cookies -> none')}`,
    ]);
    expect(byDefault(forwarded({ query_string: true }), forwarded({}))).toEqual([
      `medium ${others('query strings', 'query strings -> none')}`,
    ]);
    expect(byDefault(forwarded(cookies('all')), forwarded(cookies('whitelist', 'sid')))).toEqual([
      `medium ${others('cookies', 'cookies -> cookie sid')}`,
    ]);
    expect(byDefault(forwarded(cookies('whitelist', 'sid')), forwarded(cookies('all')))).toEqual([]);
    expect(byDefault(forwarded(cookies('whitelist', 'sid')), forwarded({ headers: ['*'] }))).toEqual([]);
  });

  it('is said by a cache policy of the plan, known or made by it', () => {
    const POLICY = 'aws_cloudfront_cache_policy.some';
    const policy = (query_string_behavior: string) => ({
      ...{ name: 'some', id: 'p', default_ttl: 60, max_ttl: 60 },
      parameters_in_cache_key_and_forwarded_to_origin: [{ query_strings_config: [{ query_string_behavior }] }],
    });
    const [made, uses] = [policy('none'), distribution({ cache_policy_id: 'p' })];
    const known = { [POLICY]: [made, made], 'aws_cloudfront_cache_policy.a': [{ id: 'a' }, { id: 'a' }] } as const;
    const found = [expect.stringContaining(`medium ${kept}, and gives them to every caller.`)];
    expect(said({ ...known, [AT]: [distribution({}), uses] })).toEqual(found);
    expect(said({ [POLICY]: [policy('all'), policy('none')] })).toEqual([
      'medium CloudFront can answer a caller of distributions with cache policy some with the response of another: the cache key no longer has query strings. query strings -> none',
    ]);
    const unknown: HandChange = [
      distribution({}),
      distribution({}),
      { default_cache_behavior: [{ cache_policy_id: true }] },
    ];
    expect(
      said(
        { ...known, [AT]: unknown },
        {
          [AT]: { default_cache_behavior: ['aws_cloudfront_cache_policy.some.id', 'aws_cloudfront_cache_policy.some'] },
        },
      ),
    ).toEqual(found);
  });
});

describe('what pages read', () => {
  const POLICY = 'aws_cloudfront_response_headers_policy.pages';
  const policy = (items: readonly string[], credentials = false, security: Values = {}) => ({
    ...{ id: 'p', name: 'pages' },
    cors_config: [{ access_control_allow_credentials: credentials, access_control_allow_origins: [{ items }] }],
    security_headers_config: [security],
  });
  const read = (was: Values, now: Values) => said({ [POLICY]: [was, now] });
  const what = 'the answers of distributions with response headers policy pages';
  const framed = { frame_options: [{ frame_option: 'DENY' }], xss_protection: [] };

  it('is more, and as the user who opens them', () => {
    expect(read(policy([]), policy(['*']))).toEqual([`medium Pages of every origin can read ${what}. none -> *`]);
    expect(read(policy(['https://a.example']), policy(['https://a.example'], true))).toEqual([
      `high Pages of https://a.example can read ${what}, as the user who opens them. https://a.example -> https://a.example`,
    ]);
    expect(read(policy([]), policy([], true))).toEqual([]);
    expect(read(policy(['https://a.example'], true), policy(['https://a.example', 'https://b.example'], true))).toEqual(
      [
        `high Pages of https://b.example can read ${what}, as the user who opens them. https://a.example -> https://a.example, https://b.example`,
      ],
    );
    expect(read(policy(['https://a.example'], true), policy(['https://a.example'], true, framed))).toEqual([]);
    expect(read(policy(['*']), policy(['https://a.example']))).toEqual([]);
  });

  it('is less protected', () => {
    expect(read(policy([], false, framed), policy([]))).toEqual([
      'medium Browsers no longer protect the pages of distributions with response headers policy pages by: frame_options. frame_options -> none',
    ]);
    expect(read(policy([]), policy([], false, framed))).toEqual([]);
  });

  it('is said by a policy of AWS', () => {
    const id = '5cc3b908-e619-4b99-88e5-2cf7f45965bd';
    expect(byDefault({ response_headers_policy_id: null }, { response_headers_policy_id: id })).toEqual([
      'medium Pages of every origin can read the answers of www.example.com. none -> *',
    ]);
  });

  it('is kept of what one page may do', () => {
    const options = { cached_methods: ['GET', 'OPTIONS'] };
    expect(byDefault({ cached_methods: ['GET'] }, options)).toEqual([
      'medium CloudFront caches the answer to a preflight request to www.example.com, and gives it to pages of other origins. GET -> GET, OPTIONS',
    ]);
    expect(byDefault(options, options)).toEqual([]);
  });
});
