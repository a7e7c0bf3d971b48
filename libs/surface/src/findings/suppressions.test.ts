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
const changes = [...rules, { id: 'added', family: 'difference' as const }];
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

  it('takes only what it names, where the finding names what was found', () => {
    const added = (...of: string[]) => ({ ...finding('added', 'a'), of });
    const accept = (...of: (string | RegExp)[]) => ({ rule: 'added', address: 'a', reason, of });
    const isOpen = (found: Finding, entry: Suppression) => suppress([found], [entry], changes).open.length > 0;

    expect(isOpen(added('https://a'), accept('https://a'))).toBe(false);
    expect(isOpen(added('https://a'), accept('https://b', 'https://a'))).toBe(false);
    expect(isOpen(added('https://a'), accept(/^https:/))).toBe(false);
    expect(isOpen(added('https://a', 'https://evil'), accept('https://a'))).toBe(true);
    expect(isOpen(added('https://a'), { rule: 'added', address: 'a', reason })).toBe(true);
    expect(isOpen(finding('added', 'a'), accept('https://a'))).toBe(true);
  });

  it('takes a finding together with another one, when each accepts a part of it', () => {
    const found = { ...finding('added', 'a'), of: ['https://a', 'https://b'] };
    const [one, other] = ['https://a', 'https://b'].map((url) => ({
      rule: 'added',
      address: 'a',
      of: [url],
      reason: `We own ${url}.`,
    }));

    expect(suppress([found], [one, other] as Suppression[], changes).suppressed).toMatchObject([
      { reason: 'We own https://a. We own https://b.' },
    ]);
    expect(suppress([found], [one] as Suppression[], changes).open).toEqual([found]);
  });

  it('that names something else is unused, with what is there', () => {
    const entry = { rule: 'added', address: 'a', of: ['https://a'], reason };
    const found = { ...finding('added', 'a'), of: ['https://b'] };

    const { unused, missed } = suppress([found], [entry], changes);

    expect(unused).toEqual([entry]);
    expect(missed.get(entry)).toEqual([found]);
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

    expect(suppressionMistakes('acknowledge', entries, { unused: [gone, pattern], missed: new Map() }, rules)).toEqual([
      'acknowledge: there is no rule "opem" (for a). Did you mean "open"?',
      'acknowledge: there is no rule "fish". docs/rules.md lists them.',
      'acknowledge: rule "weak" needs the "address" of the place that it accepts.',
      'acknowledge: rule "open" finds nothing at gone. Remove the entry, so that it does not hide a later mistake.',
      'acknowledge: rule "open" finds nothing at /^a$/, stack api. Remove the entry, so that it does not hide a later mistake.',
    ]);
  });

  it('has the entry to paste where a change is accepted that is not named', () => {
    const whole = { rule: 'added', address: 'a', reason };
    const other = { ...whole, of: ['https://a'] };
    const missed = new Map([[other, [{ ...finding('added', 'a'), of: ['https://“b”\u202e'] }]]]);

    expect(suppressionMistakes('acknowledge', [whole, other], { unused: [other], missed }, changes)).toEqual([
      'acknowledge: rule "added" (for a) needs "of", what it accepts there and nothing else. The review of a plan prints the entry for each finding.',
      'acknowledge: rule "added" finds something else at a. To accept what is found: { "rule": "added", "address": "a", "of": ["https://“b”\\u202e"], "reason": "" }',
    ]);
  });
});
