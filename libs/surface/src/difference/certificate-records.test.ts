import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

type Changes = Readonly<Record<string, HandChange>>;
type Values = Readonly<Record<string, unknown>>;
const stays = (values: Values): HandChange => [values, values];
const says = (rule: string, changes: Changes) =>
  findingsOf(handPlan(changes))
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);
const moved = (before: Values | null, after: Values, more: Changes = {}) =>
  says('domain-record-changed', { ...more, 'aws_route53_record.api': [before, after] });

describe('a record', () => {
  it('gives the proof that certificates are issued for', () => {
    const at = { zone_id: 'z', name: '_acme-challenge.example.com', alias: [], ttl: 60 };
    const cname = (to: string) => ({ ...at, type: 'CNAME', records: [to] });
    const text = (proof: string) => ({ ...at, type: 'TXT', records: [proof] });
    expect(moved(null, cname('x.evil.example'))).toEqual([
      'medium The owner of x.evil.example can get certificates for example.com.',
    ]);
    expect(moved(cname('x.evil.example'), cname('y.evil.example'))).toEqual([
      'high The owner of y.evil.example can get certificates for example.com.',
    ]);
    const asked =
      'medium Anyone who asked an authority for the text in _acme-challenge.example.com can get certificates for example.com.';
    expect(moved(null, text('a'))).toEqual([asked]);
    expect(moved(text('a'), text('b'))).toEqual([asked]);
    expect(moved(text('a'), { ...text('a'), ttl: 300 })).toEqual([]);
    const zone: Changes = { 'aws_route53_zone.a': stays({ name: 'proofs.example' }) };
    expect(moved(null, cname('a.proofs.example.'), zone)).toEqual([]);
    expect(moved(null, cname('proofs.example.'), zone)).toEqual([]);
    expect(moved(null, cname('a.badproofs.example.'), zone)).toHaveLength(1);
    expect(moved(null, cname('x.evil.example'), { 'aws_route53_zone.a': [null, { id: 'z' }] })).toEqual([]);
    expect(moved(null, { ...text('a'), name: 'example.com' })).toEqual([]);
  });

  it('says which authorities may issue certificates', () => {
    const caa = (...records: string[]) => ({ zone_id: 'z', name: 'example.com', type: 'CAA', alias: [], records });
    const ours = caa('0 issue "amazon.com"');
    const any =
      'medium Any authority may issue certificates for example.com, unless a record of its parent names those that may.';
    const removed = (more: Changes) =>
      says('domain-record-changed', { 'aws_route53_record.old': [ours, null], ...more });
    expect(removed({})).toEqual([any]);
    expect(removed({ 'aws_route53_zone.a': [{ id: 'z' }, null] })).toEqual([]);
    expect(removed({ 'aws_route53_record.new': [null, ours] })).toEqual([]);
    expect(says('not-judged', { 'aws_route53_record.old': [ours, null] })).toEqual([]);
    expect(says('not-judged', { 'aws_route53_record.old': [ours, caa('0 issue "a.example"')] })).toEqual([]);
    expect(moved(ours, caa('0 iodef "mailto:a@example.com"'))).toEqual([any]);
    expect(moved(ours, caa('0 issue ";"', '0 issuewild "evilca.example"'))).toEqual([
      'medium evilca.example may issue certificates for example.com, by another CAA record.',
    ]);
    expect(moved(ours, caa('0 issue ";"'))).toEqual([
      'medium amazon.com may no longer issue certificates for example.com: those that it issued are not renewed.',
    ]);
    expect(moved(ours, caa('128 issue "amazon.com"'))).toEqual([
      'medium The conditions under which authorities issue a certificate for example.com change, by its CAA record.',
    ]);
    expect(moved(ours, { ...ours, ttl: 60 })).toEqual([]);
    expect(moved(null, ours)).toEqual([]);
    const unseen: HandChange = [ours, { ...ours, records: undefined }, { records: true }];
    expect(says('domain-record-changed', { 'aws_route53_record.a': unseen })).toEqual([
      'medium The plan does not show which authorities may issue certificates for example.com.',
    ]);
  });

  it('leads names below one to other servers, unless those are of the plan itself', () => {
    const servers = (...records: string[]) => ({
      zone_id: 'z',
      name: 'shop.example.com',
      type: 'NS',
      alias: [],
      records,
    });
    const zone: Changes = {
      'aws_route53_zone.a': stays({ name: 'shop.example.com', name_servers: ['ns-1.example.org', 'ns-2.example.org'] }),
    };
    const answers = (severity: string) => [
      `${severity} ns-9.evil.example answers for every name under shop.example.com: its owner can get certificates for those names.`,
    ];
    expect(moved(null, servers('ns-9.evil.example.'))).toEqual(answers('medium'));
    expect(moved(servers('ns-1.example.org.'), servers('ns-1.example.org.', 'ns-9.evil.example.'), zone)).toEqual(
      answers('high'),
    );
    expect(moved(null, servers('NS-1.example.org.', 'ns-2.example.org.'), zone)).toEqual([]);
  });

  it('shows where the proof was, and never a text', () => {
    const at = { zone_id: 'z', name: '_acme-challenge.example.com', alias: [] };
    const cname = (to: string) => ({ ...at, type: 'CNAME', records: [to] });
    const text = (proof: string) => ({ ...at, type: 'TXT', records: [proof] });
    const shown = (before: Values | null, after: Values) =>
      findingsOf(handPlan({ 'aws_route53_record.api': [before, after] }))
        .filter(({ rule }) => rule === 'domain-record-changed')
        .map((finding) => `${finding.before} -> ${finding.after}`);
    expect(shown(null, cname('x.example'))).toEqual(['none -> x.example']);
    expect(shown(cname('x.example'), cname('y.example'))).toEqual(['x.example -> y.example']);
    expect(shown(null, text('s3cret'))).toEqual(['none -> a text']);
    expect(shown(text('s3cret'), text('other'))).toEqual(['a text -> another text']);
  });
});
