import { byTier } from './tiers';

describe('environments by tier', () => {
  it('keeps their order and leaves out those without an account', () => {
    expect(byTier(['prod', 'local', 'dev'])).toEqual({
      development: ['dev'],
      staging: [],
      production: ['prod'],
    });
  });

  it('fails when there is no such environment', () => {
    expect(() => byTier(['prd'])).toThrow('Did you mean "prod"?');
  });
});
