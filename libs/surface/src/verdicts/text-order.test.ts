import { isWorseText, textOrders } from './text-order';

const tls = (was: string, now: string): boolean =>
  isWorseText(textOrders['weaker-tls'], `ELBSecurityPolicy-${was}`, `ELBSecurityPolicy-${now}`);

describe('policies of load balancers', () => {
  // From the worst to the best, by the tables of AWS.
  const ORDER = [
    '2016-08',
    'FS-2018-06',
    'TLS-1-1-2017-01',
    'FS-1-1-2019-08',
    'TLS-1-2-Ext-2018-06',
    'TLS13-1-2-Ext2-2021-06',
    'TLS13-1-2-Ext1-2021-06',
    'TLS-1-2-2017-01',
    'TLS13-1-2-2021-06',
    'TLS13-1-2-Res-2021-06',
    'TLS13-1-3-2021-06',
  ];

  it.each(ORDER.slice(1).map((better, index) => [ORDER[index] as string, better]))(
    '%s is worse than %s',
    (worse, better) => {
      expect([tls(better, worse), tls(worse, better)]).toEqual([true, false]);
    },
  );

  it.each([
    ['2016-08', 'TLS-1-0-2015-04'],
    ['FS-1-2-2019-08', 'TLS13-1-2-2021-06'],
    ['FS-1-2-Res-2019-08', 'TLS13-1-2-Res-FIPS-2023-04'],
    ['TLS13-1-3-2021-06', 'TLS13-1-3-FIPS-2023-04'],
  ])('%s is as good as %s', (one, other) => {
    expect([tls(one, other), tls(other, one)]).toEqual([false, false]);
  });

  it('are worse where one is no policy of AWS', () => {
    expect(isWorseText(textOrders['weaker-tls'], 'ELBSecurityPolicy-2016-08', 'own')).toBe(true);
    expect(isWorseText(textOrders['weaker-tls'], 'own', 'own')).toBe(false);
  });
});

describe('durations', () => {
  it.each([
    ['PT1H', 'PT61M', true],
    ['PT61M', 'PT1H', false],
    ['PT60M', 'PT1H', false],
    ['PT3600S', 'PT1H1S', true],
    ['P1D', 'PT25H', true],
    ['PT25H', 'P1D', false],
    ['PT1H', 'an hour', true],
    [null, 'PT1H', false],
    ['', 'PT1H', false],
    ['PT1H', null, true],
  ])('from %s to %s: worse is %s', (was, now, expected) => {
    expect(isWorseText(textOrders.longer, was, now)).toBe(expected);
  });
});

describe('times', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', true],
    ['2026-01-01T00:00:01Z', '2026-01-01T00:00:00Z', false],
    ['2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00Z', false],
    ['2026-01-01T00:00:00Z', 'never', true],
  ])('from %s to %s: worse is %s', (was, now, expected) => {
    expect(isWorseText(textOrders.later, was, now)).toBe(expected);
  });
});
