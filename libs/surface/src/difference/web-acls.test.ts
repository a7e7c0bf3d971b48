import { findingsOf } from '../../testing/real-plan';
import { handPlan } from '../../testing/hand-plan';

const ACL = 'aws_wafv2_web_acl.all';
type Values = Readonly<Record<string, unknown>>;

/** `severity message` of what the rule says. */
const said = (before: Values, after: Values, unknown: object = {}) =>
  findingsOf(
    handPlan({
      [ACL]: [{ name: 'all', scope: 'REGIONAL', ...before }, { name: 'all', scope: 'REGIONAL', ...after }, unknown],
    }),
  )
    .filter(({ rule }) => rule === 'waf-weaker')
    .map(({ severity, message }) => `${severity} ${message}`);

const rule = (name: string, action: string, limit = 100) => ({
  name,
  action: [{ [action]: [{}] }],
  statement: [{ rate_based_statement: [{ limit }] }],
});
const written = (...rules: readonly object[]) => ({ rule_json: JSON.stringify(rules) });
const managed = (overrides: readonly object[] = []) => ({
  Name: 'common',
  OverrideAction: { None: {} },
  Statement: {
    ManagedRuleGroupStatement: { Name: 'AWSManagedRulesCommonRuleSet', RuleActionOverrides: overrides },
  },
});

describe('what a web ACL stops', () => {
  it('is less when a puzzle is no longer asked for, and not when it is asked for instead of a refusal', () => {
    expect(said({ rule: [rule('bots', 'captcha')] }, { rule: [rule('bots', 'count')] })).toEqual([
      'high Requests that rule bots stopped are only counted.',
    ]);
    expect(said({ rule: [rule('bots', 'block')] }, { rule: [rule('bots', 'challenge')] })).toEqual([]);
  });

  it('is reported once where a rule that stopped lets in', () => {
    expect(said({ rule: [rule('bots', 'block')] }, { rule: [rule('bots', 'allow')] })).toEqual([
      'high Requests that rule bots stopped are allowed.',
    ]);
    expect(said({ rule: [] }, { rule: [rule('friends', 'allow')] })).toEqual([
      'medium Requests that rule friends matches skip the rules after it.',
    ]);
  });

  it('is unknown where the action of a rule is', () => {
    const known = rule('bots', 'block');
    expect(said({ rule: [known] }, { rule: [{ ...known, action: [] }] }, { rule: [{ action: true }] })).toEqual([
      'medium Requests that rule bots stopped may pass.',
    ]);
  });

  it('is unknown where its rules are', () => {
    expect(said({ rule: [rule('bots', 'block')] }, {}, { rule: true })).toEqual([
      'medium Which requests it stops is known only after the apply.',
    ]);
    expect(said({ rule: [rule('bots', 'count')] }, {}, { rule: true })).toEqual([]);
  });

  it('is read from JSON as AWS writes it', () => {
    const counted = [{ Name: 'NoUserAgent_HEADER', ActionToUse: { Count: {} } }];
    expect(said(written(managed()), written(managed(counted)))).toEqual([
      'high In group common, NoUserAgent_HEADER no longer stops requests.',
    ]);
    expect(said(written(managed(counted)), written(managed()))).toEqual([]);
    expect(said(written(managed()), written())).toEqual(['high Requests that rule common stopped pass.']);
  });

  it('is unknown where that JSON cannot be read', () => {
    expect(said(written(managed()), { rule_json: '[{' })).toEqual([
      'medium Which requests it stops is known only after the apply.',
    ]);
  });

  it('is the same when its rules are written in another order', () => {
    const rules = [rule('a', 'block'), rule('b', 'block', 5)];
    expect(said({ rule: rules }, { rule: [...rules].reverse() })).toEqual([]);
  });
});
