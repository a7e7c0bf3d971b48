import { realPlan } from '../../testing/real-plan';
import { settings } from '../../testing/settings';
import { environmentRules } from '../environment/rules';
import { posture, postureRules } from '../posture/posture';
import { readPlans } from '../read-plans';
import { evaluate } from './evaluate';
import { refusalRule } from './rule';
import { ruleSet, type TeamRules } from './rule-set';
import type { Suppression } from './suppress';
import type { Tier } from './tiers';

const { after: surface } = readPlans([realPlan('posture')]);
const evaluated = (tier: Tier, acknowledge: Suppression[] = [], team?: TeamRules) =>
  evaluate(
    { surface, stacks: ['api'], environment: settings({ tier, acknowledge }) },
    ruleSet([...postureRules, ...environmentRules], team),
  );
const severities = (findings: readonly { severity: string }[]) => [
  ...new Set(findings.map(({ severity }) => severity)),
];
const reason = 'Ends in March.';

describe('evaluate', () => {
  it.each(['local', 'development'] as const)('refuses in %s what lets anyone in', (tier) => {
    expect(severities(evaluated(tier).refused)).toEqual(['critical']);
    expect(severities(evaluated(tier).tolerated)).toEqual(['high', 'medium', 'expected']);
  });

  it.each(['staging', 'production'] as const)('refuses in %s what weakens accounts, too', (tier) => {
    expect(severities(evaluated(tier).refused)).toEqual(['critical', 'high']);
    expect(severities(evaluated(tier).tolerated)).toEqual(['medium', 'expected']);
  });

  it('loses no finding', () => {
    const { refused, tolerated } = evaluated('staging');

    expect([...refused, ...tolerated]).toEqual(posture(surface));
  });

  it('lets pass what is suppressed, and reports what is suppressed in vain', () => {
    const connect = { rule: 'open-websocket', address: 'aws_apigatewayv2_route.connect_fires', reason };
    const gone = { rule: 'open-websocket', address: 'aws_apigatewayv2_route.gone', reason };
    const change = { rule: 'a-difference-rule', address: 'aws_cognito_user_pool.users', reason };

    const { refused, suppressed, unused } = evaluated('local', [connect, gone, change]);

    expect(suppressed).toMatchObject([connect]);
    expect(refused.map(({ rule }) => rule)).not.toContain('open-websocket');
    expect(unused).toEqual([gone]);
  });

  it('suppresses a rule that the environment file sets everywhere, and no other rule', () => {
    const everywhere = { rule: 'mfa-off', reason };
    const nowhere = { rule: 'open-websocket', reason };

    const { refused, suppressed } = evaluated('production', [everywhere, nowhere]);

    expect(suppressed.map(({ rule }) => rule)).toEqual(['mfa-off']);
    expect(refused.map(({ rule }) => rule)).toContain('open-websocket');
  });
});

describe('the rules of a team', () => {
  const refusal = refusalRule({
    id: 'too-many-pools',
    severity: 'medium',
    title: 'Too many user pools',
    why: 'AWS refuses the thousandth.',
    remediation: 'Delete one.',
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
    find: ({ userPools }) =>
      userPools.slice(0, 1).map((at) => ({ at, subject: 'user pool', message: 'AWS refuses it.' })),
  });

  it('refuse at every tier what AWS refuses, however mild', () => {
    const { refused } = evaluated('local', [], { rules: [refusal], suppressions: [] });

    expect(refused).toContainEqual(expect.objectContaining({ rule: 'too-many-pools', severity: 'medium' }));
  });

  it('suppress by pattern, in the stacks that they name', () => {
    const suppressed = (entry: object) =>
      evaluated('local', [], {
        rules: [],
        suppressions: [{ rule: 'open-websocket', address: /connect_fires$/, reason, ...entry }],
      });

    expect(suppressed({}).suppressed).toHaveLength(1);
    expect(suppressed({ address: /elsewhere/ }).unused).toHaveLength(1);
    expect(suppressed({ stack: 'another' })).toMatchObject({ suppressed: [], unused: [] });
  });

  it('fail when they have the id of a rule of Gatehouse', () => {
    const taken = { ...refusal, id: 'mfa-off' };

    expect(() => ruleSet(postureRules, { rules: [taken], suppressions: [] })).toThrow(
      'libs/rules: rule "mfa-off": expected an id of its own, found a rule of Gatehouse. Rename the rule.',
    );
  });
});
