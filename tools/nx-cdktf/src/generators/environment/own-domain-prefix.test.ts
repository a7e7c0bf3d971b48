import { ownDomainPrefix } from './own-domain-prefix';

describe('ownDomainPrefix', () => {
  it.each([
    ['gatehouse-staging', 'gatehouse-qa'],
    ['staging-gatehouse', 'qa-gatehouse'],
    ['gatehouse-staging-staging', 'gatehouse-qa-staging'],
    ['stagings', 'stagings-qa'],
    ['gatehouse', 'gatehouse-qa'],
    ['x'.repeat(63), `${'x'.repeat(60)}-qa`],
    [`${'x'.repeat(59)}-xxx`, `${'x'.repeat(59)}-qa`],
  ])('makes of %s', (prefix, expected) => {
    expect(ownDomainPrefix(prefix, 'staging', 'qa')).toBe(expected);
  });
});
