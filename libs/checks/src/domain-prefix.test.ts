import { reservedWordIn } from './domain-prefix';
import { formats } from './formats';

describe('a domain prefix', () => {
  it.each([
    ['our-aws-pages', 'aws'],
    ['lawsuit', 'aws'],
    ['amazonia', 'amazon'],
    ['newcognito', 'cognito'],
    ['our-pages', undefined],
    ['aw-s', undefined],
  ])('%s has the reserved word %s, for a rule and for a format alike', (prefix, word) => {
    expect(reservedWordIn(prefix)).toBe(word);
    expect(formats.userPoolDomainPrefix.pattern.test(prefix)).toBe(word === undefined);
  });
});
