import { sentence } from './sentence';

describe('the beginning of a sentence', () => {
  it.each([
    ['role app', 'Role app'],
    ['arn:aws:iam::123456789012:role/app', 'arn:aws:iam::123456789012:role/app'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(sentence(text)).toBe(expected);
  });
});
