import { hasRepeatedKey } from './repeated-key';

it.each([
  '{"a":1,"a":1}',
  '{"b":[{"a":1,"c":{"x":[1,2]},"a":2}]}',
  '{ "a": "x", "b": 2,\n "\\u0061": {} }',
  '{"a":{"b":1},"c":[],"a":[]}',
])('%s has a key twice', (text) => {
  expect(hasRepeatedKey(text)).toBe(true);
});

it.each([
  '{"a":1,"b":{"a":1,"b":[{"a":1},{"a":2}]},"c":{"a":1}}',
  '{"a":"a","b":["a","a","b"]}',
  '{"a":"\\",\\"a\\":{","b":"}"}',
  '{"a":1,"A":2}',
  '["a","a"]',
  '{}',
])('%s has each key once', (text) => {
  expect(hasRepeatedKey(text)).toBe(false);
});
