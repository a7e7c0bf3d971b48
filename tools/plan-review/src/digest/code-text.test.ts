import { digestOfFiles } from '../../testing/digest-of-files';

const digest = (value: string): Promise<string> =>
  digestOfFiles({ 'main.tf': `resource "terraform_data" "t" {\n  input = ${value}\n}\n` });

const ID = '${terraform_data.u.output}';
const heredoc = (text: string): string => `<<-EOF\n${text}\n${ID}\nEOF\n`;
const encoded = (text: string): string => `base64encode(${heredoc(text)})`;
const quoted = (document: string): string => JSON.stringify(document);

/** Each pair was planned by Terraform, and had one digest with `--config`, or could have had. */
describe('a text that means something else has another digest', () => {
  it.each([
    ['an address in a heredoc of a call', encoded('curl https://a.example/x'), encoded('curl https://b.example/x')],
    ['a hash mark in a heredoc of a call', encoded('#!/bin/one'), encoded('#!/bin/other')],
    ['a comment of a script', heredoc('# one'), heredoc('# other')],
    [
      'an address beside a condition',
      `"%{ if terraform_data.u.output == 1 }https://a.example%{ endif }"`,
      `"%{ if terraform_data.u.output == 1 }https://b.example%{ endif }"`,
    ],
    [
      'slashes in quotes beside a splat',
      'join("${lower("A")} // a", terraform_data.u[*].output)',
      'join("${lower("A")} // b", terraform_data.u[*].output)',
    ],
    ['a list of one for an object, in JSON', quoted(`[{"a":"${ID}"}]`), quoted(`{"a":"${ID}"}`)],
    ['a name that stands twice in JSON', quoted(`{"a":"${ID}","x":1,"x":2}`), quoted(`{"a":"${ID}","x":2}`)],
    [
      'a long number in JSON',
      quoted(`{"a":"${ID}","x":9007199254740993}`),
      quoted(`{"a":"${ID}","x":9007199254740992}`),
    ],
    ['a long number', 'terraform_data.u.output + 9007199254740993', 'terraform_data.u.output + 9007199254740992'],
    ['a dollar that begins no template', `lower("\\u0024{terraform_data.u.output}")`, `lower("${ID}")`],
    [
      'a dollar that begins no template, in JSON',
      '<<EOF\n{"a":"\\u0024{terraform_data.u.output}"}\nEOF\n',
      `<<EOF\n{"a":"${ID}"}\nEOF\n`,
    ],
    ['a text that looks like what cannot be read', 'terraform_data.u[*].output', '"terraform_data.u[*].output"'],
    ['grouping', '{ for k, v in local.x : "a" => v... }', '{ for k, v in local.x : "a" => v }'],
    ['parentheses', 'local.n - (2 - 1)', 'local.n - 2 - 1'],
    ['a sign', '-local.n', 'local.n'],
    ['a number for a text', '[terraform_data.u.output, 1]', '[terraform_data.u.output, "1"]'],
    ['the branches of a condition', 'local.a ? "x" : "y"', 'local.a ? "y" : "x"'],
  ])('%s', async (_, one, other) => {
    expect(await digest(one)).not.toBe(await digest(other));
  });
});

describe('a text that means the same has one digest', () => {
  it.each([
    [
      'spaces and comments beside a splat',
      'join(",", terraform_data.u[*].output)',
      'join(",",  # all\n terraform_data.u[*].output)',
    ],
    ['spaces and the order of names in JSON', quoted(`{"a":"${ID}","b":1}`), quoted(`{ "b": 1, "a": "${ID}" }`)],
    ['a heredoc for quotes', '<<-EOF\n  a\n  b\nEOF\n', '"a\\nb\\n"'],
    ['a template of one reference', `"${ID}"`, 'terraform_data.u.output'],
    ['parentheses around a whole', '(local.a)', 'local.a'],
    ['a comma after the last item', '[local.a, 1,]', '[local.a, 1]'],
    ['a colon for the equals sign, and quotes around a name', '{ a = local.a }', '{ "a" : local.a }'],
    ['a number with a fraction of zero', '[local.a, 1]', '[local.a, 1.0]'],
    ['lines for commas', '{ a = local.a, b = 1 }', '{\n a = local.a\n b = 1\n}'],
  ])('%s', async (_, one, other) => {
    expect(await digest(one)).toBe(await digest(other));
  });
});
