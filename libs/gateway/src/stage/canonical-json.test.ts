import { App, DefaultTokenResolver, Lazy, StringConcat, TerraformStack, Token, Tokenization } from 'cdktf';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from './canonical-json';

function written(value: unknown, without?: ReadonlySet<string>): { json: string; texts: string[] } {
  const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-canonical-'));
  try {
    const texts: string[] = [];
    const json = Tokenization.resolve(
      Lazy.anyValue({
        produce: (context) => ({ json: canonicalJson(context, (text) => texts.push(text))(value, without) }),
      }),
      {
        scope: new TerraformStack(new App({ outdir }), 'test'),
        resolver: new DefaultTokenResolver(new StringConcat()),
        preparing: false,
      },
    ) as { json: string };
    return { ...json, texts };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const late = <T>(value: T) => ({ resolve: () => value });

it.each<[string, unknown, string]>([
  ['keys', { b: 1, a: { d: true, c: null, e: undefined } }, '{"a":{"d":true},"b":1}'],
  ['lists', ['b', 'a', 10, 9], '["a","b",10,9]'],
  ['a text token', { a: `x-${Token.asString(late('y'))}` }, '{"a":"x-y"}'],
  ['a number token', { a: Token.asNumber(late(7)) }, '{"a":7}'],
  ['a list token', { a: Token.asList(late(['z', 'y'])) }, '{"a":["y","z"]}'],
  ['a map token', { a: Token.asStringMap(late({ z: '1', y: '2' })) }, '{"a":{"y":"2","z":"1"}}'],
  ['a token in a token', late({ a: late('b') }), '{"a":"b"}'],
  ['quotes', { a: 'say "no"' }, '{"a":"say \\"no\\""}'],
])('writes %s', (_what, value, json) => {
  expect(written(value).json).toBe(json);
});

it('leaves out keys at the top only', () => {
  expect(written({ a: 1, b: { a: 2 } }, new Set(['a'])).json).toBe('{"b":{"a":2}}');
});

it('calls for each different text once, resolved', () => {
  const token = Token.asString(late('${aws_lambda_function.a.arn}'));

  expect(written({ a: ['x', token, 'x'], b: token, c: '${aws_lambda_function.a.arn}' }).texts.sort()).toEqual([
    '${aws_lambda_function.a.arn}',
    'x',
  ]);
});
