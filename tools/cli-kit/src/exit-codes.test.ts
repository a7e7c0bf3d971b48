import { worst } from './exit-codes';

describe('worst', () => {
  it('is the most serious of several stacks', () => {
    expect(worst([0, 2, 3, 1])).toBe(1);
    expect(worst([2, 3, 0])).toBe(3);
    expect(worst([0, 2])).toBe(2);
    expect(worst([0, 0])).toBe(0);
    expect(worst([])).toBe(0);
  });
});
