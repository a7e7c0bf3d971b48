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
    expect(kept(finding('new-public-route', 'high'), finding('public-route', 'critical'))).toEqual([
      'public-route',
    ]);
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

  it('are what is lost and everything that is wrong with what takes its place', () => {
    expect(kept(finding('user-pool-lost', 'critical'), finding('mfa-off', 'high'))).toEqual([
      'user-pool-lost',
    ]);
  });

  it('name posture rules that exist', () => {
    const posture = new Set(ourRules.filter(({ family }) => family === 'posture').map(({ id }) => id));
    const named = ourRules.flatMap(({ sameFactAs = [] }) => sameFactAs);
    expect(named.filter((id) => !posture.has(id))).toEqual([]);
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

  expect(environment?.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'critical public-route',
  ]);
});
