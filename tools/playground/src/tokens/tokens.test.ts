import { claimRows } from './claim-rows';
import { decodeToken } from './decode';
import { timeLeft } from './time-left';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  it('is read, with every character of its claims', () => {
    const claims = { name: 'Zoë 漢字 ~~~???', exp: 1 };

    expect(decodeToken(`${part({ alg: 'RS256' })}.${part(claims)}.c2ln`)).toEqual({ header: { alg: 'RS256' }, claims });
  });

  it.each(['', 'a.b', 'a.b.c', 'a.b.c.d', `${part('text')}.${part({})}.x`, 'eyJjdHkiOiJKV1QifQ.a.b.c.d'])(
    'is not read from "%s"',
    (text) => {
      expect(decodeToken(text)).toBeUndefined();
    },
  );
});

describe('claims', () => {
  it('are rows: who and for whom first, times as people read them, each with what it is for', () => {
    const rows = claimRows({
      email: 'ada@example.com',
      exp: 1769860800,
      sub: '1',
      'custom:team': 'a',
      odd: [1],
      'to string': 1,
    });

    expect(rows.map(({ name }) => name)).toEqual(['sub', 'exp', 'email', 'custom:team', 'odd', 'to string']);
    expect(rows[1]).toMatchObject({ value: '1769860800', meaning: '2026-01-31 12:00:00 UTC' });
    expect(rows[3]?.note).toContain('this user pool adds');
    expect(rows[4]).toEqual({ name: 'odd', value: '[1]' });
  });
});

it.each([
  [3599, '59 min 59 s left'],
  [59.9, '59 s left'],
  [7320, '2 h 2 min left'],
  [2592000, '30 d 0 h left'],
  [0, 'expired just now'],
  [-125, 'expired 2 min 5 s ago'],
])('%s seconds are "%s"', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});
