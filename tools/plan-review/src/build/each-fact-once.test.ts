import { allRules, type Finding, ourRules, type Severity } from '@gatehouse/surface';
import { changeOf, planOf, reviewPlans } from '../../testing/plans';
import { eachFactOnce } from './each-fact-once';

const finding = (rule: string, severity: Severity, address = 'aws_x.a', subject = 'GET /a'): Finding => ({
  rule,
  severity,
  address,
  subject,
  message: 'It is.',
  remediation: 'Mend it.',
});
const kept = (...findings: Finding[]) => eachFactOnce(findings, allRules()).map(({ rule }) => rule);

describe('a difference and the same fact as it stands', () => {
  it('are one finding: the more severe one, or the difference', () => {
    expect(kept(finding('new-public-route', 'high'), finding('public-route', 'critical'))).toEqual(['public-route']);
    expect(kept(finding('mfa-weaker', 'high'), finding('mfa-off', 'high'))).toEqual(['mfa-weaker']);
  });

  it('are found by what a person calls them, too', () => {
    const stage = finding('no-throttle', 'medium', 'aws_x.stage');
    expect(kept(finding('throttle-removed', 'high', 'aws_x.settings'), stage)).toEqual(['throttle-removed']);
  });

  it('stay two findings at two places, and where they are two facts', () => {
    const elsewhere = finding('public-route', 'critical', 'aws_x.b', 'GET /b');
    expect(kept(finding('new-public-route', 'high'), elsewhere)).toHaveLength(2);
    expect(kept(finding('redirect-insecure', 'high'), finding('implicit-flow', 'high'))).toHaveLength(2);
  });

  it('name posture rules that exist', () => {
    const posture = new Set(ourRules.filter(({ family }) => family === 'posture').map(({ id }) => id));
    const named = ourRules.flatMap(({ sameFactAs = [] }) => sameFactAs);
    expect(named.filter((id) => !posture.has(id))).toEqual([]);
  });
});

describe('a loss and what is wrong with the replacement', () => {
  it('are one finding where the replacement is no worse', () => {
    expect(kept(finding('user-pool-lost', 'critical'), finding('mfa-off', 'high'))).toEqual(['user-pool-lost']);
    expect(kept(finding('api-lost', 'high'), finding('no-waf', 'high'))).toEqual(['api-lost']);
  });

  it('are two findings where the replacement is worse', () => {
    expect(kept(finding('api-lost', 'high'), finding('open-resource-policy', 'critical'))).toEqual([
      'api-lost',
      'open-resource-policy',
    ]);
  });

  it('are two findings at two places', () => {
    const elsewhere = finding('mfa-off', 'high', 'aws_x.b', 'user pool b');
    expect(kept(finding('user-pool-lost', 'critical'), elsewhere)).toHaveLength(2);
  });
});

describe('a removed trigger', () => {
  const pool = (triggers: object[]) => ({
    id: 'p1',
    name: 'staff',
    admin_create_user_config: [{ allow_admin_create_user_only: false }],
    auto_verified_attributes: [],
    mfa_configuration: 'ON',
    lambda_config: triggers,
  });
  const trigger = { pre_sign_up: 'arn:aws:lambda:eu-west-1:111111111111:function:only-staff' };
  const other = { post_confirmation: 'arn:aws:lambda:eu-west-1:111111111111:function:welcome' };
  const signUpFindings = (before: object | null, after: object) => {
    const actions = [before ? 'update' : 'create'];
    const change = changeOf('aws_cognito_user_pool.staff', { actions, before, after });
    const [environment] = reviewPlans({ identity: planOf(change) }).environments;
    return environment?.findings
      .map(({ rule }) => rule)
      .filter((rule) => ['trigger-removed', 'unverified-sign-up', 'verification-weaker'].includes(rule));
  };

  it('and the unverified sign-up that it leaves are two findings', () => {
    expect(signUpFindings(pool([trigger]), pool([]))?.sort()).toEqual(['trigger-removed', 'unverified-sign-up']);
  });

  it('does not hide that e-mail addresses are no longer verified', () => {
    const before = { ...pool([other]), auto_verified_attributes: ['email'] };
    expect(signUpFindings(before, pool([]))?.sort()).toEqual(['trigger-removed', 'verification-weaker']);
  });

  it('is not needed for a finding: a new pool with unverified sign-up is one', () => {
    expect(signUpFindings(null, pool([]))).toEqual(['unverified-sign-up']);
  });
});

it('one new open route is one finding', () => {
  const api = changeOf('aws_apigatewayv2_api.api', {
    actions: ['no-op'],
    before: { id: 'a1', name: 'api', protocol_type: 'HTTP' },
    after: { id: 'a1', name: 'api', protocol_type: 'HTTP' },
  });
  const route = changeOf('aws_apigatewayv2_route.open', {
    actions: ['create'],
    before: null,
    after: { api_id: 'a1', route_key: 'GET /prices', authorization_type: 'NONE', api_key_required: false },
  });
  const [environment] = reviewPlans({ api: planOf(api, route) }).environments;

  expect(environment?.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['critical public-route']);
});

it('an open route that is given another path is one finding, as a new one is', () => {
  const values = { id: 'a1', name: 'api', protocol_type: 'HTTP' };
  const api = changeOf('aws_apigatewayv2_api.api', { actions: ['no-op'], before: values, after: values });
  const route = (route_key: string) => ({
    api_id: 'a1',
    route_key,
    authorization_type: 'NONE',
    api_key_required: false,
  });
  const found = (before: string, after: string) => {
    const change = { actions: ['update'], before: route(before), after: route(after) };
    const [environment] = reviewPlans({
      api: planOf(api, changeOf('aws_apigatewayv2_route.open', change)),
    }).environments;
    return environment?.findings.map(({ rule, severity }) => `${severity} ${rule}`);
  };

  expect(found('GET /prices', 'GET /admin')).toEqual(['critical public-route']);
  expect(found('GET /prices/{id}', 'GET /prices/{number}')).toEqual([]);
});
