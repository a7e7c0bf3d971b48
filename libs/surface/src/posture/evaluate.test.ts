import { fixture } from '../../testing/fixture';
import { surfacesFromPlan } from '../surfaces-from-plan';
import { evaluatePosture, type PostureTerms } from './evaluate';
import { posture } from './posture';
import { postureRules } from './rules';

const { after } = surfacesFromPlan([fixture('posture', 'created.plan.json')]);
const evaluated = (tier: PostureTerms['tier'], acknowledge: PostureTerms['acknowledge'] = []) =>
  evaluatePosture(after, { tier, acknowledge }, postureRules);
const severities = (findings: readonly { severity: string }[]) => [
  ...new Set(findings.map(({ severity }) => severity)),
];

describe('evaluatePosture', () => {
  it.each(['local', 'development'] as const)('refuses in %s what lets strangers in', (tier) => {
    expect(severities(evaluated(tier).refused)).toEqual(['critical']);
    expect(severities(evaluated(tier).tolerated)).toEqual(['high', 'medium', 'expected']);
  });

  it.each(['staging', 'production'] as const)('refuses in %s what weakens accounts, too', (tier) => {
    expect(severities(evaluated(tier).refused)).toEqual(['critical', 'high']);
    expect(severities(evaluated(tier).tolerated)).toEqual(['medium', 'expected']);
  });

  it('loses no finding', () => {
    const { refused, tolerated } = evaluated('staging');

    expect([...refused, ...tolerated]).toEqual(posture(after));
  });

  it('lets pass what is suppressed, and reports what is suppressed in vain', () => {
    const reason = 'Ends in March.';
    const connect = { rule: 'open-websocket', address: 'aws_apigatewayv2_route.connect_fires', reason };
    const gone = { rule: 'open-websocket', address: 'aws_apigatewayv2_route.gone', reason };
    const change = { rule: 'a-difference-rule', address: 'aws_cognito_user_pool.users', reason };

    const { refused, suppressed, unused } = evaluated('local', [connect, gone, change]);

    expect(suppressed).toMatchObject([connect]);
    expect(refused.map(({ rule }) => rule)).not.toContain('open-websocket');
    expect(unused).toEqual([gone]);
  });
});
