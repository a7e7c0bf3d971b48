import { cutAlike } from './cut-alike';

const LONG = 'a'.repeat(90);

it('shows where two long texts begin to differ', () => {
  expect(cutAlike(`${LONG}:500,b`, `${LONG}:1,b`)).toEqual([`…${'a'.repeat(19)}:500,b`, `…${'a'.repeat(19)}:1,b`]);
});

it('begins with the text where it differs there, or in nothing', () => {
  expect(cutAlike('500', '1')).toEqual(['500', '1']);
  expect(cutAlike(`b${LONG}`, LONG)).toEqual([`b${'a'.repeat(79)}`, 'a'.repeat(80)]);
  expect(cutAlike(LONG, LONG)).toEqual(['a'.repeat(80), 'a'.repeat(80)]);
});

it('shows where the longer of two goes on', () => {
  expect(cutAlike(LONG, `${LONG}b`)).toEqual([`…${'a'.repeat(20)}`, `…${'a'.repeat(20)}b`]);
});

it('shows nothing of a URL that its user and query would say', () => {
  const url = (query: string) => `${LONG} https://user:secret@example.com/a?token=${query} b`;
  expect(cutAlike(url('c'), url('d')).join()).not.toMatch(/secret|token/);
});
