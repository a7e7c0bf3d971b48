import { digestOfFiles } from '../../testing/digest-of-files';

type Code = string | Readonly<Record<string, string>>;

const digest = (code: Code): Promise<string> => digestOfFiles(typeof code === 'string' ? { 'main.tf': code } : code);
const resource = (body: string): string => `resource "aws_x" "y" {\n${body}\n}\n`;
const policy = (statements: string): string =>
  resource(`policy = <<EOF\n{"Version":"2012-10-17","Statement":[${statements}]}\nEOF`);
const READ = '{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"${aws_s3_bucket.b.arn}"}';
const DENY = '{"Effect":"Deny","Action":"*","Resource":"*"}';
describe('code that means the same has one digest', () => {
  it.each<[string, Code, Code]>([
    [
      'other line ends',
      resource('a = 1\nb = [\n1,\n2,\n]'),
      resource('a = 1\nb = [\n1,\n2,\n]').replaceAll('\n', '\r\n'),
    ],
    [
      'other line ends in an expression',
      resource('a = join(",", [\nlocal.x,\nlocal.y\n])'),
      resource('a = join(",", [\nlocal.x,\nlocal.y\n])').replaceAll('\n', '\r\n'),
    ],
    ['comments in list', resource('a = [local.x, 2]'), resource('a = [\n # one\n local.x, // two\n 2 /* three */\n]')],
    [
      'nested order',
      resource('a = { b = local.x, c = { d = 1, e = 2 } }'),
      resource('a = { c = { e = 2, d = 1 }, b = local.x }'),
    ],
    [
      'block args',
      resource('lifecycle {\n create_before_destroy = true\n prevent_destroy = true\n}'),
      resource('lifecycle {\n prevent_destroy = true\n create_before_destroy = true\n}'),
    ],
    ['kinds order', resource('a = 1') + 'locals {\n x = 1\n}\n', 'locals {\n x = 1\n}\n' + resource('a = 1')],
    ['locals split', 'locals {\n x = 1\n y = 2\n}\n', 'locals {\n y = 2\n}\nlocals {\n x = 1\n}\n'],
    ['policy order in heredoc', policy(`${READ},${DENY}`), policy(`${DENY}, ${READ}`)],
    ['policy list of one', policy(DENY), policy(DENY.replace('"Resource":"*"', '"Resource":["*"]'))],
    ['policy whitespace', policy(READ), policy(READ.replaceAll(',', ',\n  '))],
    ['another file name', { 'main.tf': resource('a = 1') }, { 'other.tf': resource('a = 1') }],
    [
      'a file that the code does not name',
      { 'main.tf': resource('a = 1') },
      { 'main.tf': resource('a = 1'), 'README.md': 'x', 'x.txt': 'y' },
    ],
    ['var description', 'variable "x" {\n description = "a"\n}\n', 'variable "x" {\n description = "b"\n}\n'],
    [
      'output description',
      'output "x" {\n value = 1\n description = "a"\n}\n',
      'output "x" {\n description = "b"\n value = 1\n}\n',
    ],
    ['index style', resource('a = aws_z.w[0].id'), resource('a = aws_z.w[ 0 ].id')],
    ['interpolation only', resource('a = "${local.x}"'), resource('a = local.x')],
    ['nested interpolation', resource('a = "x-${"${local.x}"}"'), resource('a = "x-${local.x}"')],
    ['condition spaces', resource('a = local.x==1?"a":"b"'), resource('a = local.x == 1 ? "a" : "b"')],
    [
      'for spaces',
      resource('a = [for x in local.y: upper(x) if x!=""]'),
      resource('a = [for x in local.y : upper(x) if x != ""]'),
    ],
    ['heredoc flush', resource('a = <<-EOF\n    x\n    y\n  EOF'), resource('a = <<EOF\nx\ny\nEOF')],
    ['true literal', resource('a = true'), resource('a = (true)')],
  ])('%s', async (_, a, b) => expect(await digest(a)).toBe(await digest(b)));
});
describe('code that means something else has another digest', () => {
  it.each<[string, Code, Code]>([
    ['merge order', resource('a = merge(local.x, local.y)'), resource('a = merge(local.y, local.x)')],
    [
      'dynamic',
      resource('dynamic "b" {\n for_each = [1]\n content {\n c = "x"\n }\n}'),
      resource('dynamic "b" {\n for_each = [1]\n content {\n c = "y"\n }\n}'),
    ],
    [
      'ignore_changes',
      resource('lifecycle {\n ignore_changes = [a]\n}'),
      resource('lifecycle {\n ignore_changes = [b]\n}'),
    ],
    ['block order of a list', resource('b {\n c = 1\n}\nb {\n c = 2\n}'), resource('b {\n c = 2\n}\nb {\n c = 1\n}')],
    [
      'module source',
      'module "m" {\n source = "a/b/c"\n version = "1.0.0"\n}\n',
      'module "m" {\n source = "a/b/c"\n version = "1.0.1"\n}\n',
    ],
    [
      'provider alias',
      'provider "aws" {\n alias = "a"\n region = "x"\n}\nprovider "aws" {\n alias = "b"\n region = "y"\n}\n',
      'provider "aws" {\n alias = "a"\n region = "y"\n}\nprovider "aws" {\n alias = "b"\n region = "x"\n}\n',
    ],
    [
      'assume role',
      'provider "aws" {\n assume_role {\n role_arn = "a"\n }\n}\n',
      'provider "aws" {\n assume_role {\n role_arn = "b"\n }\n}\n',
    ],
    ['ephemeral', 'ephemeral "aws_x" "y" {\n secret_id = "a"\n}\n', 'ephemeral "aws_x" "y" {\n secret_id = "b"\n}\n'],
    ['moved', 'moved {\n from = aws_x.a\n to = aws_x.b\n}\n', 'moved {\n from = aws_x.b\n to = aws_x.a\n}\n'],
    [
      'removed',
      'removed {\n from = aws_x.a\n lifecycle {\n destroy = false\n }\n}\n',
      'removed {\n from = aws_x.a\n lifecycle {\n destroy = true\n }\n}\n',
    ],
    ['import', 'import {\n to = aws_x.a\n id = local.i\n}\n', 'import {\n to = aws_x.a\n id = local.j\n}\n'],
    [
      'check',
      'check "c" {\n data "http" "x" {\n url = "https://a"\n }\n}\n',
      'check "c" {\n data "http" "x" {\n url = "https://b"\n }\n}\n',
    ],
    ['sensitive flag', 'output "x" {\n value = local.x\n sensitive = true\n}\n', 'output "x" {\n value = local.x\n}\n'],
    [
      'validation',
      'variable "x" {\n validation {\n condition = var.x > 1\n error_message = "m"\n }\n}\n',
      'variable "x" {\n validation {\n condition = var.x > 0\n error_message = "m"\n }\n}\n',
    ],
    [
      'proto key',
      resource('a = jsonencode({ "__proto__" = local.x, b = 1 })'),
      resource('a = jsonencode({ "__proto__" = local.y, b = 1 })'),
    ],
    [
      'proto key in policy',
      resource('a = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", "__proto__" = local.x }] })'),
      resource('a = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", "__proto__" = local.y }] })'),
    ],
    [
      'key by expression in policy',
      resource('a = jsonencode({ Statement = [{ Effect = "Allow", (local.k) = "*" }] })'),
      resource('a = jsonencode({ Statement = [{ Effect = "Allow", (local.n) = "*" }] })'),
    ],
    [
      'statement with Sid swapped',
      policy('{"Sid":"a","Effect":"Allow","Action":"s3:*"},{"Sid":"b","Effect":"Deny","Action":"sqs:*"}'),
      policy('{"Sid":"b","Effect":"Allow","Action":"s3:*"},{"Sid":"a","Effect":"Deny","Action":"sqs:*"}'),
    ],
    [
      'resource case',
      policy('{"Effect":"Allow","Action":"s3:*","Resource":"arn:A"}'),
      policy('{"Effect":"Allow","Action":"s3:*","Resource":"arn:a"}'),
    ],
    [
      'action with template',
      policy('{"Effect":"Allow","Action":"s3:${local.A}","Resource":"*"}'),
      policy('{"Effect":"Allow","Action":"s3:${local.a}","Resource":"*"}'),
    ],
    ['escape', resource('a = "$${local.x}"'), resource('a = "${local.x}"')],
    ['percent', resource('a = "%%{if}"'), resource('a = "%{if true}x%{endif}"')],
    [
      'file in module',
      {
        'main.tf': 'module "m" {\n source = "./m"\n}\n',
        'm/m.tf': resource('a = file("${path.module}/x")'),
        'm/x': '1',
      },
      {
        'main.tf': 'module "m" {\n source = "./m"\n}\n',
        'm/m.tf': resource('a = file("${path.module}/x")'),
        'm/x': '2',
      },
    ],
    [
      'binary',
      { 'main.tf': resource('a = filebase64("x")'), x: '\u0001' },
      { 'main.tf': resource('a = filebase64("x")'), x: '\u0002' },
    ],
    [
      'a mark that trims',
      resource('a = "%{ if local.x ~} b%{ endif }"'),
      resource('a = "%{ if local.x } b%{ endif }"'),
    ],
    ['null block vs none', resource('a = null'), resource('b = null')],
    ['list nesting', resource('a = [[local.x], [local.y]]'), resource('a = [[local.x, local.y]]')],
    ['optional splat', resource('a = aws_z.w.*.id'), resource('a = aws_z.w[*].id')],
    [
      'backend',
      'terraform {\n backend "s3" {\n key = "a"\n }\n}\n',
      'terraform {\n backend "s3" {\n key = "b"\n }\n}\n',
    ],
    ['string false', resource('a = "false"'), resource('a = false')],
  ])('%s', async (_, a, b) => expect(await digest(a)).not.toBe(await digest(b)));
});
