import { digestOfFiles } from '../../testing/digest-of-files';
import { codeDigest } from './code-digest';

const MAIN = `
locals { names = ["a", "b"] }
resource "aws_sqs_queue" "q" {
  name = "q-\${local.names[0]}" # a comment
  tags = { one = 1, two = aws_sqs_queue.other.arn }
}
resource "aws_sqs_queue" "other" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*" }] })
}
resource "terraform_data" "t" {
  input = templatefile("\${path.module}/t.txt", { name = "x" })
  provisioner "local-exec" {
    command    = "echo ok"
    on_failure = continue
  }
}
`;

const digest = (files: Readonly<Record<string, string>>): Promise<string> =>
  digestOfFiles({ 't.txt': 'hello \${name}', ...files });

describe('the digest of code', () => {
  it.each([
    ['comments and spaces', MAIN.replace(/# a comment/, '').replace('{ one = 1, two', '{\n one   = 1 // one\n two')],
    ['keys in another order', MAIN.replace(/one = 1, two = (\S+)/, 'two = $1, one = 1')],
    ['spaces in an expression', MAIN.replace('jsonencode({ Version', 'jsonencode( {  Version')],
    ['arguments in another order', MAIN.replace(/(command .*)\n(.*on_failure.*)\n/, '$2\n$1\n')],
  ])('is the same with other %s', async (_, text) => {
    expect(await digest({ 'main.tf': text })).toBe(await digest({ 'main.tf': MAIN }));
  });

  it('does not depend on which file a block is in', async () => {
    const [first = '', ...others] = MAIN.split(/(?=^resource)/m);
    const split = { 'z.tf': first, ...Object.fromEntries(others.map((text, at) => [`a${at}.tf`, text])) };
    expect(await digest(split)).toBe(await digest({ 'main.tf': MAIN }));
  });

  it.each([
    ['a literal beside a reference', MAIN.replace('"q-', '"p-')],
    ['the order of a list in locals', MAIN.replace('["a", "b"]', '["b", "a"]')],
    ['what is encoded', MAIN.replace('Action = "*"', 'Action = "sqs:*"')],
    ['what happens on failure', MAIN.replace('continue', 'fail')],
    ['a command', MAIN.replace('echo ok', 'echo no')],
    ['a reference', MAIN.replace('two = aws_sqs_queue.other.arn', 'two = aws_sqs_queue.other.url')],
    ['a block more', `${MAIN}\nremoved {\n  from = aws_x.y\n}\n`],
  ])('is another one with another %s', async (_, text) => {
    expect(await digest({ 'main.tf': text })).not.toBe(await digest({ 'main.tf': MAIN }));
  });

  describe('of a policy', () => {
    const [one, other] = [
      '{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = aws_s3_bucket.b.arn }',
      '{ Effect = "Deny", Action = "*", Resource = "${aws_s3_bucket.b.arn}/*", Principal = { AWS = ["1", var.who] } }',
    ];
    const encoded = (statements: string) =>
      `resource "aws_x" "p" {\n policy = jsonencode({ Version = "2012-10-17", Statement = ${statements} })\n}\n`;
    const [read, write] = [
      'statement {\n actions = ["s3:GetObject", "s3:PutObject"]\n resources = [aws_s3_bucket.b.arn, "b"]\n}\n',
      'statement {\n effect = "Deny"\n actions = ["*"]\n principals {\n type = "AWS"\n identifiers = ["1", "2"]\n }\n}\n',
    ];
    const document = (...blocks: string[]) => `data "aws_iam_policy_document" "p" {\n${blocks.join('')}}\n`;

    it.each([
      ['statements in another order', encoded(`[${other}, ${one}]`)],
      [
        'actions in another order',
        encoded(`[${one.replace(/("s3:GetObject"), ("s3:PutObject")/, '$2, $1')}, ${other}]`),
      ],
      ['actions in another case', encoded(`[${one.replace('s3:Get', 's3:get')}, ${other}]`)],
      ['one text for a list', encoded(`[${one}, ${other.replace('"*"', '["*"]')}]`)],
      ['principals in another order', encoded(`[${one}, ${other.replace('"1", var.who', 'var.who, "1"')}]`)],
    ])('in jsonencode does not depend on %s', async (_, text) => {
      expect(await digest({ 'main.tf': text })).toBe(await digest({ 'main.tf': encoded(`[${one}, ${other}]`) }));
    });

    it.each([
      ['another principal', encoded(`[${one}, ${other.replace('var.who', 'var.me')}]`)],
      ['an effect', encoded(`[${one.replace('Allow', 'Deny')}, ${other}]`)],
      ['a resource of the other statement', encoded(`[${one.replace(/aws_s3_bucket.b.arn/, '"*"')}, ${other}]`)],
      ['a statement less', encoded(`[${one}]`)],
    ])('in jsonencode depends on %s', async (_, text) => {
      expect(await digest({ 'main.tf': text })).not.toBe(await digest({ 'main.tf': encoded(`[${one}, ${other}]`) }));
    });

    it('keeps the order of what a function makes', async () => {
      const joined = (...lists: string[]) => encoded(`concat(${lists.map((each) => `[${each}]`).join()})`);
      expect(await digest({ 'main.tf': joined(one, other) })).not.toBe(await digest({ 'main.tf': joined(other, one) }));
    });

    it('in blocks does not depend on their order, nor on that of their lists', async () => {
      const sorted = await digest({ 'main.tf': document(read, write) });
      const lists = read.replace(/("s3:GetObject"), ("s3:PutObject")/, '$2, $1');
      const people = write.replace('"1", "2"', '"2", "1"');
      expect(await digest({ 'main.tf': document(write, read) })).toBe(sorted);
      expect(await digest({ 'main.tf': document(people, lists) })).toBe(sorted);
      expect(await digest({ 'main.tf': document(write, read.replace('"b"', '"*"')) })).not.toBe(sorted);
    });
  });

  it('covers the text of files and of modules', async () => {
    const module = {
      'main.tf': `${MAIN}\nmodule "m" {\n  source = "./m"\n}\n`,
      'm/main.tf': 'output "x" {\n  value = "1"\n}\n',
    };
    expect(await digest({ 'main.tf': MAIN, 't.txt': 'goodbye \${name}' })).not.toBe(await digest({ 'main.tf': MAIN }));
    expect(await digest({ ...module, 'm/main.tf': 'output "x" {\n  value = "2"\n}\n' })).not.toBe(await digest(module));
  });

  it('of JSON does not depend on comments, and does on the table of access', () => {
    const content = { resource: { aws_x: { y: { name: 'n' } } } };
    const commented = { '//': { x: 1 }, resource: { aws_x: { y: { '//': { path: 'a/b' }, name: 'n' } } } };
    expect(codeDigest({ content: commented }, [])).toBe(codeDigest({ content }, []));
    expect(codeDigest({ content }, [['rest', 'GET /', 'anyone']])).not.toBe(codeDigest({ content }, []));
    expect(codeDigest({ content: { resource: { aws_x: { y: { name: 'm' } } } } }, [])).not.toBe(
      codeDigest({ content }, []),
    );
  });
});
