import { suppress, suppressionMistakes, type Finding, type Suppression } from '.';

const finding = (rule: string, address: string): Finding => ({
  rule,
  address,
  severity: 'high',
  subject: address,
  message: 'It is open.',
  remediation: 'Close it.',
});
const reason = 'Agreed with the security team.';
const findings = [finding('open', 'a'), finding('open', 'b'), finding('weak', 'a')];
const rules = [{ id: 'open', fields: ['api.open'] }, { id: 'weak' }];
const suppressed = (...entries: Suppression[]) => suppress(findings, entries, rules);

describe('a suppression', () => {
  it('takes what it names by rule and address, and keeps the reason', () => {
    const result = suppressed({ rule: 'open', address: 'a', reason });

    expect(result.suppressed).toEqual([{ ...findings[0], reason }]);
    expect(result.open).toEqual([findings[1], findings[2]]);
    expect(result.unused).toEqual([]);
  });

  it('takes every place of a rule that the environment file sets when it names none', () => {
    const result = suppressed({ rule: 'open', reason });

    expect(result.suppressed.map(({ address }) => address)).toEqual(['a', 'b']);
    expect(result.open).toEqual([findings[2]]);
  });

  it('takes nothing of another rule when it names no place', () => {
    expect(suppressed({ rule: 'weak', reason }).open).toEqual(findings);
  });

  it('takes all findings of one rule at one address', () => {
    const twice = [finding('open', 'a'), { ...finding('open', 'a'), subject: 'another method' }];

    expect(suppress(twice, [{ rule: 'open', address: 'a', reason }], rules).open).toEqual([]);
  });

  it('takes addresses by pattern, also one that remembers where it stopped', () => {
    expect(suppressed({ rule: 'open', address: /^[ab]$/g, reason }).open).toEqual([findings[2]]);
  });

  it('is unused when its rule finds nothing there, with and without an address', () => {
    const gone = { rule: 'open', address: 'gone', reason };
    const none = { rule: 'shut', reason };
    const all = [...rules, { id: 'shut', fields: ['api.shut'] }];

    expect(suppress(findings, [gone, none], all).unused).toEqual([gone, none]);
  });

  it('is not unused when its rule was not evaluated', () => {
    expect(suppressed({ rule: 'drifted', address: 'gone', reason }).unused).toEqual([]);
  });
});

describe('suppressionMistakes', () => {
  it('says in one sentence each what is wrong and what to do', () => {
    const gone = { rule: 'open', address: 'gone', reason };
    const pattern = { rule: 'open', address: /^a$/, stack: 'api', reason };
    const entries: Suppression[] = [
      { rule: 'opem', address: 'a', reason },
      { rule: 'fish', reason },
      { rule: 'weak', reason },
      gone,
      pattern,
      { rule: 'open', reason },
    ];

    expect(suppressionMistakes('acknowledge', entries, [gone, pattern], rules)).toEqual([
      'acknowledge: there is no rule "opem" (for a). Did you mean "open"?',
      'acknowledge: there is no rule "fish". docs/rules.md lists them.',
      'acknowledge: rule "weak" needs the "address" of the place that it accepts.',
      'acknowledge: rule "open" finds nothing at gone. Remove the entry, so that it does not hide a later mistake.',
      'acknowledge: rule "open" finds nothing at /^a$/, stack api. Remove the entry, so that it does not hide a later mistake.',
    ]);
  });
});
