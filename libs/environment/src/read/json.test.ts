import { formatPath, formatValue, valueAt } from './json';

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['api'], 'api'],
    [['clients', 'app', 'scopes', 0], 'clients.app.scopes[0]'],
    [['tags', 'cost center'], 'tags["cost center"]'],
    [['tags', 'https://api.example.com'], 'tags["https://api.example.com"]'],
    [['https://x', 'a'], '["https://x"].a'],
    [['tags', 'say "hi"'], 'tags["say \\"hi\\""]'],
    [['$schema'], '$schema'],
  ])('writes %j as %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});

describe('formatValue', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['', '""'],
    [12, '12'],
    [['a', 1], '["a",1]'],
    [{ a: 1 }, '{"a":1}'],
    [Array.from({ length: 60 }, () => 0), 'a list of 60'],
    [{ text: 'x'.repeat(100) }, 'an object'],
    ['line\nbreak', '"line\\nbreak"'],
  ])('shows %j as %s', (value, text) => {
    expect(formatValue(value)).toBe(text);
  });

  it('cuts a long string and says how long it is', () => {
    expect(formatValue('x'.repeat(5000))).toBe(`"${'x'.repeat(99)}… (5000 characters)`);
  });
});

describe('valueAt', () => {
  it('finds values in objects and lists', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
  });

  it('finds a null that is written', () => {
    expect(valueAt({ a: null }, ['a'])).toBeNull();
  });

  it.each([[['b']], [['a', 1]], [['a', 0, 'b', 'c']], [['toString']], [['a', 'length', 'x']]])(
    'finds nothing at %j',
    (path) => {
      expect(valueAt({ a: [{ b: 1 }] }, path)).toBeUndefined();
    },
  );
});
