import { findingsOf } from '../../testing/real-plan';
import { handPlan, type HandChange } from '../../testing/hand-plan';

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

describe('what a rule looks for', () => {
  const looks = (action: string, statement: object, more: object = {}) => ({
    ...{ name: 'one', action: [{ [action]: [{}] }], statement: [statement] },
    ...more,
  });
  const geo = (...country_codes: string[]) => ({ geo_match_statement: [{ country_codes }] });
  const any = (...statement: object[]) => ({ or_statement: [{ statement }] });
  const all = (...statement: object[]) => ({ and_statement: [{ statement }] });
  const not = (statement: object) => ({ not_statement: [{ statement: [statement] }] });
  const label = (key: string) => ({ label_match_statement: [{ key, scope: 'LABEL' }] });
  const weaker = (action: string, before: object, after: object) =>
    said({ rule: [looks(action, before)] }, { rule: [looks(action, after)] }).length > 0;

  it.each([
    [geo('NL'), geo('NL', 'BE')],
    [geo('NL'), any(geo('NL'), label('bad'))],
    [any(geo('NL'), label('bad')), any(label('bad'), geo('NL', 'BE'))],
    [all(geo('NL'), label('bad')), label('bad')],
    [not(geo('NL', 'BE')), not(geo('NL'))],
    [label('bad'), label('bad')],
  ])('is more: %j, then %j', (less, more) => {
    expect(weaker('block', less, more)).toBe(false);
    expect(weaker('allow', more, less)).toBe(false);
    expect([weaker('block', more, less), weaker('allow', less, more)]).toEqual(
      JSON.stringify(less) === JSON.stringify(more) ? [false, false] : [true, true],
    );
  });

  it('is what came first, by priority', () => {
    const allow = (priority: number) => looks('allow', geo('NL'), { name: 'home', priority });
    const stop = looks('block', label('bad'), { priority: 5 });
    expect(said({ rule: [allow(9), stop] }, { rule: [allow(1), stop] })).toEqual([
      'medium Requests that rule home matches skip one, which came first until now.',
    ]);
    expect(said({ rule: [allow(1), stop] }, { rule: [allow(9), stop] })).toEqual([]);
    // It is said once that it stops nothing any more.
    expect(said({ rule: [allow(9), stop] }, { rule: [allow(1)] })).toEqual([
      'high Requests that rule one stopped pass.',
    ]);
  });

  it('is an address in a header, or other keys to count by', () => {
    const counted = (more: object) => looks('block', { rate_based_statement: [{ limit: 100, ...more }] });
    const by = (key: string, more: object = {}) => ({ rule: [counted({ aggregate_key_type: key, ...more })] });
    const header = { forwarded_ip_config: [{ header_name: 'X-Forwarded-For', fallback_behavior: 'MATCH' }] };
    expect(said(by('IP'), by('FORWARDED_IP', header))).toEqual([
      'high Rule one takes the address of a caller from a header, which callers write themselves.',
    ]);
    expect(said(by('IP'), by('CUSTOM_KEYS'))).toEqual([
      'medium Rule one no longer counts the requests of one address.',
    ]);
  });

  it('keeps to a part of the requests, or to another one', () => {
    const scoped = (...scope: object[]) => ({
      rule: [looks('block', { rate_based_statement: [{ limit: 100, scope_down_statement: scope }] })],
    });
    expect(said(scoped(), scoped(geo('NL')))[0]).toMatch(/^high Rule one looks at some/);
    expect(said(scoped(geo('NL')), scoped(geo('BE')))[0]).toMatch(/^medium Rule one looks at others/);
    expect(said(scoped(geo('NL')), scoped())).toEqual([]);
  });
});

describe('a set that rules name', () => {
  const SET = 'aws_wafv2_ip_set.known';
  const set = (...addresses: string[]) => ({ name: 'known', arn: 'set', addresses });
  const acl = (action: string, statement: object) => {
    const values = { name: 'all', rule: [{ name: 'one', action: [{ [action]: [{}] }], statement: [statement] }] };
    return { [ACL]: [values, values] as const };
  };
  const inIt = { ip_set_reference_statement: [{ arn: 'set' }] };
  const notInIt = { not_statement: [{ statement: [inIt] }] };
  const widened = (before: Values, after: Values, more: Parameters<typeof handPlan>[0] = {}) =>
    findingsOf(handPlan({ [SET]: [before, after], ...more }))
      .filter(({ rule }) => rule === 'waf-set-widened')
      .map(({ severity }) => severity);
  const [few, more, most] = [set('192.0.2.0/24'), set('192.0.2.0/24', '10.0.0.0/8'), set('192.0.2.0/24', '::/1')];

  it('lets more in, or stops less', () => {
    expect(widened(few, more, acl('allow', inIt))).toEqual(['medium']);
    expect(widened(few, most, acl('allow', inIt))).toEqual(['high']);
    expect(widened(few, more, acl('block', notInIt))).toEqual(['medium']);
    expect(widened(more, few, acl('block', inIt))).toEqual(['medium']);
  });

  it('stops more, lets less in, or only counts', () => {
    expect(widened(more, few, acl('allow', inIt))).toEqual([]);
    expect(widened(few, most, acl('block', inIt))).toEqual([]);
    expect(widened(few, most, acl('count', inIt))).toEqual([]);
    expect(widened(few, most)).toEqual(['high']);
    expect(widened(few, more)).toEqual(['medium']);
  });

  it('says no pattern', () => {
    const patterns = (...all: string[]) => ({
      arn: 'set',
      regular_expression: all.map((regex_string) => ({ regex_string })),
    });
    const statement = { regex_pattern_set_reference_statement: [{ arn: 'set' }] };
    const found = findingsOf(
      handPlan({
        'aws_wafv2_regex_pattern_set.known': [patterns('a', 's3cret'), patterns('a')],
        ...acl('block', statement),
      }),
    );
    expect(found.map(({ rule }) => rule)).toEqual(['waf-set-widened']);
    expect(JSON.stringify(found)).not.toContain('s3cret');
  });
});

describe('another web ACL', () => {
  const of = (arn: string, ...rules: object[]) => ({ name: arn, arn, rule: rules });
  const swapped = (next: Values | undefined, before: Values | null = of('a', rule('bots', 'block'))) =>
    findingsOf(
      handPlan({
        ...(before ? { [ACL]: [before, before] as const } : {}),
        ...(next ? { 'aws_wafv2_web_acl.next': [next, next] as const } : {}),
        'aws_wafv2_web_acl_association.api': [
          { web_acl_arn: 'a', resource_arn: 'api' },
          { web_acl_arn: 'b', resource_arn: 'api' },
        ],
      }),
    )
      .filter(({ rule }) => rule === 'waf-weaker')
      .map(({ severity, message }) => `${severity} ${message}`);

  it('stops less, as much, or nobody knows what', () => {
    expect(swapped(of('b'))).toEqual(['high Requests that rule bots stopped pass.']);
    expect(swapped(of('b', rule('bots', 'block')))).toEqual([]);
    const unseen = ['medium Requests pass another web ACL, and no plan shows what it stops.'];
    expect(swapped(undefined)).toEqual(unseen);
    // Neither is in the plan.
    expect(swapped(undefined, null)).toEqual(unseen);
  });

  it('may be known only after the apply, and is none where nothing says that it is another one', () => {
    const known = of('a');
    const association = 'aws_wafv2_web_acl_association.api';
    const swappedTo = (next: HandChange[1], references: readonly string[]) =>
      findingsOf(
        handPlan(
          {
            [ACL]: [known, known],
            [association]: [
              { web_acl_arn: 'a', resource_arn: 'api' },
              { resource_arn: 'api', ...next },
              next ? {} : { web_acl_arn: true },
            ],
          },
          references.length > 0 ? { [association]: { web_acl_arn: references } } : {},
        ),
      )
        .filter(({ rule }) => rule === 'waf-weaker')
        .map(({ severity, before, after }) => [severity, before, after]);

    expect(swappedTo({ web_acl_arn: 'b' }, [])).toEqual([['medium', 'a', 'b']]);
    expect(swappedTo(null, ['module.acl.arn', 'module.acl'])).toEqual([['medium', 'a', 'known after apply']]);
    expect(swappedTo(null, [])).toEqual([]);
    expect(swappedTo(null, [`${ACL}.arn`, ACL])).toEqual([]);
  });
});
