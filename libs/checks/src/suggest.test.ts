import { didYouMean } from './suggest';

describe('didYouMean', () => {
  it.each([
    ['acount', ['account', 'region'], 'Did you mean "account"?'],
    ['Region', ['account', 'region'], 'Did you mean "region"?'],
    ['usersrp', ['userPassword', 'userSrp'], 'Did you mean "userSrp"?'],
    ['prd', ['dev', 'prod'], 'Did you mean "prod"?'],
    ['raed', ['read', 'write'], 'Did you mean "read"?'],
  ])('suggests for %s among %j: %s', (written, known, suggestion) => {
    expect(didYouMean(written, known)).toBe(suggestion);
  });

  it.each([
    ['cors', ['stage', 'logs']],
    ['rite', ['read']],
    ['anything', []],
    ['', ['account']],
  ])('suggests nothing for %j among %j', (written, known) => {
    expect(didYouMean(written, known)).toBeUndefined();
  });
});
