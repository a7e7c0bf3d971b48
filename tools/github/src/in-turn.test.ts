import { inTurn } from './in-turn';
import { MATRIX } from './tiers';

describe('environments whose drift is looked for', () => {
  it('are all that have an account, as long as GitHub takes them', () => {
    expect(inTurn(['dev', 'local', 'prod'], 7)).toEqual(['dev', 'prod']);
    expect(inTurn(Array<string>(MATRIX).fill('dev'), 7)).toHaveLength(256);
  });

  it('take turns where they are more: none waits longer than the days that all of them take', () => {
    const names: string[] = Array.from({ length: 600 }, (_, index) => (index % 2 ? 'dev' : 'prod'));
    names[0] = 'staging';
    const days = [20_000, 20_001, 20_002].map((day) => inTurn(names, day));

    expect(days.map((day) => day.length)).toEqual([256, 256, 256]);
    expect(days.flat().filter((name) => name === 'staging').length).toBeGreaterThan(0);
    // Where one day ends, the next begins.
    for (const day of [1, 2, 3, 20_000]) {
      const first = (day * 256) % 600;
      expect(inTurn(names, day)).toEqual([...names, ...names].slice(first, first + 256));
    }
  });
});
