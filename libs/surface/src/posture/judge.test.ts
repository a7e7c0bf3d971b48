import { fixture } from '../../testing/fixture';
import { surfacesFromPlan } from '../surfaces-from-plan';
import { judgePosture, type PostureTerms } from './judge';
import { posture } from './posture';
import { postureRules } from './rules';

const { after } = surfacesFromPlan([fixture('posture', 'created.plan.json')]);
const judged = (tier: PostureTerms['tier'], acknowledge: PostureTerms['acknowledge'] = []) =>
  judgePosture(after, { tier, acknowledge }, postureRules);
const severities = (findings: readonly { severity: string }[]) => [
  ...new Set(findings.map(({ severity }) => severity)),
];

describe('judgePosture', () => {
  it.each(['local', 'development'] as const)('refuses in %s what lets strangers in', (tier) => {
    expect(severities(judged(tier).refused)).toEqual(['critical']);
    expect(severities(judged(tier).tolerated)).toEqual(['high', 'medium', 'expected']);
  });

  it.each(['staging', 'production'] as const)('refuses in %s what weakens accounts, too', (tier) => {
    expect(severities(judged(tier).refused)).toEqual(['critical', 'high']);
    expect(severities(judged(tier).tolerated)).toEqual(['medium', 'expected']);
  });

  it('loses no finding', () => {
    const { refused, tolerated } = judged('staging');

    expect([...refused, ...tolerated]).toEqual(posture(after));
  });

  it('lets pass what is acknowledged, and reports what is acknowledged in vain', () => {
    const reason = 'Ends in March.';
    const connect = { rule: 'open-websocket', address: 'aws_apigatewayv2_route.connect_fires', reason };
    const gone = { rule: 'open-websocket', address: 'aws_apigatewayv2_route.gone', reason };
    const change = { rule: 'a-difference-rule', address: 'aws_cognito_user_pool.users', reason };

    const { refused, acknowledged, idle } = judged('local', [connect, gone, change]);

    expect(acknowledged).toMatchObject([connect]);
    expect(refused.map(({ rule }) => rule)).not.toContain('open-websocket');
    expect(idle).toEqual([gone]);
  });
});
