import { byTier } from './tiers';

describe('environments by tier', () => {
  it('keeps their order and leaves out those without an account', () => {
    expect(byTier(['prod', 'local', 'dev'])).toEqual({
      development: ['dev'],
      staging: [],
      production: ['prod'],
    });
  });

  it('refuses more of a tier than GitHub takes of a matrix', () => {
    expect(() => byTier(Array<string>(257).fill('dev'))).toThrow(
      '257 environments of tier development change at once, and GitHub takes 256 jobs of a matrix',
    );
    expect(byTier(Array<string>(256).fill('dev')).development).toHaveLength(256);
  });

  it('fails when there is no such environment', () => {
    expect(() => byTier(['prd'])).toThrow('Did you mean "prod"?');
  });
});
