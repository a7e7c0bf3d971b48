import { createColors } from '@gatehouse/cli-kit';
import { smokeTable } from './table';

describe('smokeTable', () => {
  it('shows what was expected only where something else was found, what was not tried and why, and counts', () => {
    const table = smokeTable(
      {
        results: [
          { name: 'with a token', ok: true, expected: 'let in', found: '200' },
          { name: 'without', ok: false, expected: '401', found: '200' },
        ],
        notTried: [{ name: 'GET /edge', why: 'a Lambda authorizer decides' }],
      },
      createColors(false),
    );

    expect(table.split('\n')).toEqual([
      '  ok    with a token  200',
      '  FAIL  without       expected 401, found 200',
      '  not tried  GET /edge: a Lambda authorizer decides',
      '',
      '  1 of 2 checks passed',
    ]);
  });

  it('counts to nothing where nothing is deployed', () => {
    expect(smokeTable({ results: [], notTried: [] }, createColors(false))).toBe('\n  0 of 0 checks passed');
  });
});
