import { suppress, type Finding } from '../index';
import { unknownRules } from './unknown-rules';

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

describe('acknowledge', () => {
  it('takes what an entry names by rule and address, and keeps the reason', () => {
    const { open, suppressed, unused } = suppress(findings, [{ rule: 'open', address: 'a', reason }]);

    expect(suppressed).toEqual([{ ...findings[0], reason }]);
    expect(open).toEqual([findings[1], findings[2]]);
    expect(unused).toEqual([]);
  });

  it('takes every place of a rule for an entry without an address, which is never unused', () => {
    const { open, suppressed, unused } = suppress(findings, [
      { rule: 'open', reason },
      { rule: 'mfa-off', reason },
    ]);

    expect(suppressed.map(({ address }) => address)).toEqual(['a', 'b']);
    expect(open).toEqual([findings[2]]);
    expect(unused).toEqual([]);
  });

  it('takes all findings of one rule at one address', () => {
    const twice = [finding('open', 'a'), { ...finding('open', 'a'), subject: 'another method' }];

    expect(suppress(twice, [{ rule: 'open', address: 'a', reason }]).open).toEqual([]);
  });

  it('reports an entry whose rule finds nothing at its address', () => {
    const entry = { rule: 'open', address: 'gone', reason };

    expect(suppress(findings, [entry]).unused).toEqual([entry]);
  });

  it('leaves entries of rules that did not evaluate alone', () => {
    const of = (rule: string) => ({ rule, address: 'gone', reason });

    expect(suppress(findings, [of('open'), of('drifted')], [{ id: 'open' }]).unused).toEqual([of('open')]);
  });
});

describe('unknownRules', () => {
  it('names the nearest rule for a slip, and the list for anything else', () => {
    const entries = [
      { rule: 'public-rout', address: 'a', reason },
      { rule: 'fish', address: 'b', reason },
      { rule: 'public-route', address: 'c', reason },
      { rule: 'an-environment-rule', reason },
    ];

    expect(unknownRules(entries, ['public-route', 'mfa-off'])).toEqual([
      'acknowledge: there is no rule "public-rout" (for a). Did you mean "public-route"?',
      'acknowledge: there is no rule "fish" (for b). docs/rules.md lists them.',
    ]);
  });
});
