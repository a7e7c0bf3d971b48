import { allRules, suppressionMistakes } from '@gatehouse/surface';
import { teamRules } from '.';

const NONE = { unused: [], missed: new Map() };

describe('the rules of the team', () => {
  it('have ids of their own', () => {
    expect(() => allRules(teamRules)).not.toThrow();
  });

  it('are suppressed by ids that exist, at a place', () => {
    expect(suppressionMistakes('libs/rules', teamRules.suppressions, NONE, allRules(teamRules).all)).toEqual([]);
  });
});
