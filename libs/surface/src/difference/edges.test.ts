import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

type Changes = Readonly<Record<string, HandChange>>;
type Values = Readonly<Record<string, unknown>>;
const stays = (values: Values): HandChange => [values, values];
const says = (rule: string, changes: Changes, expressions: Parameters<typeof handPlan>[1] = {}) =>
  findingsOf(handPlan(changes, expressions))
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);

describe('a load balancer', () => {
  const signIn = (on: string) => ({
    type: 'authenticate-oidc',
    authenticate_oidc: [{ on_unauthenticated_request: on }],
  });
  const to = (arn: string) => ({ type: 'forward', target_group_arn: arn });
  const weighted = (arn: string) => ({ type: 'forward', forward: [{ target_group: [{ arn, weight: 1 }] }] });
  const listener = (arn: string, ...default_action: object[]) => ({
    ...{ arn, load_balancer_arn: 'balancer', protocol: 'HTTPS', default_action },
  });
  const rule = (priority: number, ...action: object[]) => ({ listener_arn: 'listener', priority, action });
  const functionBehind: Changes = {
    'aws_alb_target_group.fn': stays({ arn: 'group', target_type: 'lambda' }),
    'aws_alb_target_group_attachment.fn': stays({
      target_group_arn: 'group',
      target_id: 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live',
    }),
  };
  const door = (listenerChange: HandChange, more: Changes = {}) =>
    says('load-balancer-door', { ...functionBehind, 'aws_alb_listener.web': listenerChange, ...more });
  const lost = (changes: Changes) => says('load-balancer-guard-lost', changes);

  it('leads to a function, by any action and name of the type', () => {
    const found = [
      'high Anyone on the internet can call function orders through the HTTPS listener aws_alb_listener.web of a load balancer.',
    ];
    expect(door([null, listener('listener', to('group'))])).toEqual(found);
    expect(door([null, listener('listener', weighted('group'))])).toEqual(found);
    expect(door([null, listener('listener', signIn('deny'), to('group'))])).toEqual([]);
    expect(door([null, listener('listener', signIn('allow'), to('group'))])).toEqual(found);
    expect(door(stays(listener('listener', to('group'))))).toEqual([]);
    expect(door([null, listener('listener', to('other'))])).toEqual([]);
  });

  it('is worst where an API calls the function, and milder in a private network', () => {
    const permission = {
      function_name: 'orders',
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
    };
    const called = { 'aws_lambda_permission.api': stays({ ...permission, source_arn: 'arn:aws:execute-api:::x/*' }) };
    const change: HandChange = [null, listener('listener', to('group'))];
    expect(door(change, called)[0]).toMatch(/^critical .*bypassing the API\.$/);
    const balancer = { 'aws_lb.web': stays({ arn: 'balancer', internal: true }) };
    expect(door(change, { ...called, ...balancer })[0]).toMatch(/^high Anyone in the private network /);
    expect(door([null, listener('listener', signIn('deny'), to('group'))], called)[0]).toMatch(
      /^medium Anyone who signs in there can call function orders/,
    );
  });

  it('asks nobody to sign in any more', () => {
    const web = (before: object, after: object) => lost({ 'aws_lb_listener.web': [before, after] as HandChange });
    const signed = listener('listener', signIn('authenticate'), to('group'));
    expect(web(signed, listener('listener', to('group')))).toEqual([
      'critical Anyone on the internet can send requests by aws_lb_listener.web without signing in.',
    ]);
    expect(web(signed, listener('listener', signIn('allow'), to('group')))).toHaveLength(1);
    expect(web(signed, listener('listener', signIn('deny'), to('other')))).toEqual([]);
    expect(web(signed, listener('listener', { type: 'fixed-response' }))).toEqual([]);
  });

  it('has a rule, or another listener, that comes before the one with sign-in', () => {
    const web = stays(listener('listener', signIn('authenticate'), to('group')));
    const skips = (change: HandChange) => lost({ 'aws_lb_listener.web': web, 'aws_lb_listener_rule.open': change });
    expect(skips([null, rule(5, to('group'))])).toEqual([
      'high Anyone on the internet can send requests by aws_lb_listener_rule.open without signing in, to the targets that aws_lb_listener.web asks callers to sign in for.',
    ]);
    expect(skips([null, rule(5, to('health'))])).toEqual([]);
    expect(skips(stays(rule(5, to('group'))))).toEqual([]);
    expect(
      lost({ 'aws_lb_listener.web': web, 'aws_lb_listener.plain': [null, listener('b', to('group'))] }),
    ).toHaveLength(1);
  });

  it('swaps the order of its rules', () => {
    const rules = (open: readonly [number, number], signed: readonly [number, number]) =>
      lost({
        'aws_lb_listener.web': stays(listener('listener', { type: 'fixed-response' })),
        'aws_lb_listener_rule.open': [rule(open[0], to('group')), rule(open[1], to('group'))],
        'aws_lb_listener_rule.signed': [
          rule(signed[0], signIn('deny'), to('group')),
          rule(signed[1], signIn('deny'), to('group')),
        ],
      });
    expect(rules([20, 5], [10, 10])).toHaveLength(1);
    expect(rules([20, 30], [10, 20])).toEqual([]);
  });

  it('asks for less of a connection', () => {
    const web = (before: Values, after: Values) =>
      lost({
        'aws_lb_listener.web': [
          { ...listener('l'), ...before },
          { ...listener('l'), ...after },
        ],
      });
    const mutual = (mode: string) => ({ mutual_authentication: [{ mode }] });
    expect(web(mutual('verify'), mutual('passthrough'))[0]).toMatch(/client certificate/);
    expect(web(mutual('off'), mutual('verify'))).toEqual([]);
    expect(web({}, { protocol: 'HTTP' })[0]).toMatch(/without TLS/);
  });
});

describe('a CloudFront distribution', () => {
  const behavior = (more: Values = {}) => ({ target_origin_id: 'o', viewer_protocol_policy: 'https-only', ...more });
  const distribution = (more: Values = {}, ordered: object[] = []) => ({
    aliases: ['www.example.com'],
    origin: [{ origin_id: 'o', domain_name: 'a.example.com' }],
    default_cache_behavior: [behavior(more)],
    ordered_cache_behavior: ordered,
  });
  const weaker = (before: Values, after: Values) =>
    says('cloudfront-weaker', { 'aws_cloudfront_distribution.www': [before, after] });
  const keys = (...trusted_key_groups: string[]) => ({ trusted_key_groups });

  it('signs less, or with other keys', () => {
    expect(weaker(distribution(keys('k')), distribution())).toEqual([
      'critical Anyone on the internet can get www.example.com without a signed URL.',
    ]);
    expect(weaker(distribution(keys('k')), distribution(keys('k', 'other')))[0]).toMatch(
      /^high Anyone who can sign with a key of other/,
    );
    expect(weaker(distribution(), distribution(keys('k')))).toEqual([]);
    const path = behavior({ path_pattern: '/files/*' });
    expect(weaker(distribution(keys('k')), distribution(keys('k'), [path]))[0]).toMatch(/^critical .*\/files\/\* of/);
    const elsewhere = { ...path, target_origin_id: 'static' };
    expect(weaker(distribution(keys('k')), distribution(keys('k'), [elsewhere]))).toEqual([]);
  });

  it('runs another function before it answers, not another version of it', () => {
    const edge = (arn: string) => ({
      lambda_function_association: [{ event_type: 'viewer-request', lambda_arn: arn }],
    });
    const of = (name: string) => distribution(edge(`arn:aws:lambda:us-east-1:1:function:${name}`));
    expect(weaker(of('check:1'), of('check:2'))).toEqual([]);
    expect(weaker(of('check:1'), of('allow:1'))[0]).toMatch(/^high Another function/);
    expect(weaker(of('check:1'), distribution())[0]).toMatch(/^high No function/);
  });

  it('loses its web ACL, or takes older TLS', () => {
    const tls = (version: string) => ({ viewer_certificate: [{ minimum_protocol_version: version }] });
    const with_ = (more: Values) => ({ ...distribution(), ...more });
    expect(weaker(with_({ web_acl_id: 'acl' }), with_({ web_acl_id: '' }))[0]).toMatch(/^high .*web ACL/);
    expect(weaker(with_(tls('TLSv1.2_2021')), with_(tls('TLSv1')))[0]).toMatch(/^high .*TLSv1/);
    expect(weaker(with_(tls('TLSv1')), with_(tls('TLSv1.2_2021')))).toEqual([]);
  });

  it('takes URLs that one more key signs', () => {
    const group = (...items: string[]) => ({ name: 'k', items });
    const keyGroup = (before: Values, after: Values) =>
      says('cloudfront-weaker', { 'aws_cloudfront_key_group.k': [before, after] });
    expect(keyGroup(group('a'), group('a', 'b'))).toEqual([
      'high Anyone with the private key of b can sign URLs for key group k.',
    ]);
    expect(keyGroup(group('a', 'b'), group('a'))).toEqual([]);
  });
});

describe('a record', () => {
  const name = 'api.example.com';
  const host = 'd-abc.execute-api.eu-west-1.amazonaws.com';
  const domain = { 'aws_api_gateway_domain_name.api': stays({ domain_name: name, regional_domain_name: host }) };
  const record = (target: string, more: Values = {}) => ({
    ...{ zone_id: 'z', name, type: 'A', alias: [{ name: target, zone_id: 'y' }], ...more },
  });
  const moved = (before: Values | null, after: Values, more: Changes = domain) =>
    says('domain-record-changed', { ...more, 'aws_route53_record.api': [before, after] });

  it('of the domain of an API leads elsewhere', () => {
    expect(moved(record(host), record('evil.example.net'))).toEqual([
      `high Callers of ${name} reach evil.example.net in place of ${host}.`,
    ]);
    expect(moved(record(host), record('evil.example.net'), {})).toEqual([
      `high Callers of ${name} reach evil.example.net in place of ${host}.`,
    ]);
    expect(moved(null, record('evil.example.net', { set_identifier: 'b' }))[0]).toMatch(/not its domain/);
  });

  it('of a domain whose host is not known yet may lead to API Gateway, and nowhere else', () => {
    const made: Changes = { 'aws_apigatewayv2_domain_name.api': [null, { domain_name: name }] };
    expect(moved(null, record(host), made)).toEqual([]);
    expect(moved(null, record('evil.example.net'), made)).toEqual([
      `high Callers of ${name} reach evil.example.net, which is not its domain in API Gateway or Cognito.`,
    ]);
    // Its host is known, and another.
    expect(moved(null, record(host.replace('abc', 'xyz')))).toHaveLength(1);
  });

  it('of another name stands for another one', () => {
    const other = { name: 'www.example.com' };
    expect(moved(record('a.example.com', other), record('b.example.com', other))).toEqual([
      'medium Callers of www.example.com reach b.example.com in place of a.example.com.',
    ]);
  });

  it('leads to the domain, in any case, or where it led', () => {
    expect(moved(null, record(host))).toEqual([]);
    expect(moved(record('old.example.com'), record(`${host.toUpperCase()}.`))).toEqual([]);
    const other = { name: 'www.example.com' };
    expect(moved(record('a.example.com', other), record('A.example.com.', other))).toEqual([]);
    expect(moved(record(host), record('x', { type: 'TXT', alias: [], records: ['x'] }))).toEqual([]);
  });
});
