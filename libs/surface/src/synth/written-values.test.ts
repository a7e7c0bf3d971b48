import { isUnknown } from '../model/value';
import type { ModuleCode } from './module-code';
import { WrittenValues, type Address } from './written-values';

const ROLE: Address = { module: '', name: 'aws_iam_role.x' };
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:known';

/** What the policy of `aws_iam_role.x` is. */
function policy(written: unknown, more: object = {}, code: Partial<ModuleCode> = {}, at = ROLE) {
  const resource = {
    aws_iam_role: { x: { assume_role_policy: written } },
    aws_sqs_queue: { new: {}, known: {} },
    aws_lambda_function: { each: { for_each: '${local.functions}' } },
  };
  const values = new WrittenValues({ s: { content: { resource, ...more }, ...code } }, (_, address, attribute) =>
    address === 'aws_sqs_queue.known' && attribute === 'arn' ? QUEUE : undefined,
  );
  return values.argument('s', at, 'assume_role_policy');
}

const NEW = { unknown: true, references: ['aws_sqs_queue.new.arn'] };

describe('a document of which not everything is known', () => {
  it.each([
    ['jsonencode', '${jsonencode({ a = aws_sqs_queue.new.arn, "b" = [aws_sqs_queue.known.arn] })}'],
    ['a text', '{"a": "${aws_sqs_queue.new.arn}", "b": ["${aws_sqs_queue.known.arn}"]}'],
    ['a text with an encoded part', '{"a": "${aws_sqs_queue.new.arn}", "b": ${jsonencode([aws_sqs_queue.known.arn])}}'],
    ['YAML', 'a: ${aws_sqs_queue.new.arn}\nb:\n  - ${aws_sqs_queue.known.arn}\n'],
    ['yamlencode', '${yamlencode({ a = aws_sqs_queue.new.arn, b = [aws_sqs_queue.known.arn] })}'],
    ['a local', '${local.encoded}'],
    ['parts of locals', '${jsonencode(merge({ for k, v in local.parts : k => v if v != "" }, { b = local.list }))}'],
    ['a file', '${templatefile("${path.module}/p.json", { arn = aws_sqs_queue.new.arn, list = local.list })}'],
    ['a condition', '${var.open ? jsonencode({ a = "*" }) : local.encoded}'],
  ])('is read where it is written as %s', (_, written) => {
    const locals = [
      { encoded: '${jsonencode({ a = aws_sqs_queue.new.arn, b = local.list })}' },
      { list: ['${aws_sqs_queue.known.arn}'], parts: { a: '${aws_sqs_queue.new.arn}', c: '' } },
    ];
    const file = (path: string) => (path === './p.json' ? '{"a": "${arn}", "b": ${jsonencode(list)}}' : undefined);
    // An unknown value is not the empty text or is it: nothing of a `for` with such a test is known.
    const expected = written.includes('local.parts') ? undefined : { a: NEW, b: [QUEUE] };
    const found = policy(written, { locals }, { file, variables: { open: false } });
    if (expected) expect(found).toEqual(expected);
    else expect(isUnknown(found)).toBe(true);
  });

  it('is unknown where it names something that cannot be read', () => {
    expect(isUnknown(policy('${jsonencode(local.nothing)}'))).toBe(true);
    expect(policy('${jsonencode({ a = local.nothing, b = f(aws_sqs_queue.new.arn), c = 1 })}')).toMatchObject({
      a: { references: ['local.nothing'] },
      b: { references: ['aws_sqs_queue.new.arn'] },
      c: 1,
    });
    expect(isUnknown(policy('${jsonencode({ "${aws_sqs_queue.new.arn}" = 1 })}'))).toBe(true);
    expect(isUnknown(policy('${file("../../etc/passwd")}'))).toBe(true);
  });

  it('ends where names go in a circle', () => {
    expect(isUnknown(policy('${local.a}', { locals: { a: '${local.b}', b: '${local.a}' } }))).toBe(true);
  });
});

describe('an instance', () => {
  const each = (body: object, key: string | number) => {
    const content = { resource: { aws_iam_role: { x: body } }, locals: { all: { a: 'one', b: 'two' } } };
    return new WrittenValues({ s: { content } }, () => undefined).argument('s', { ...ROLE, key }, 'description');
  };

  it('is read with its own key and value', () => {
    const body = { for_each: '${local.all}', description: '${each.key} ${each.value}' };
    expect([each(body, 'a'), each(body, 'b')]).toEqual(['a one', 'b two']);
    expect(each({ count: 2, description: 'no. ${count.index}' }, 1)).toBe('no. 1');
    expect(each({ for_each: '${toset(["a"])}', description: '${each.value}' }, 'a')).toBe('a');
  });

  it('has no value where its for_each cannot be read', () => {
    const body = { for_each: '${data.aws_x.y.all}', description: '${each.value}' };
    expect(isUnknown(each(body, 'a'))).toBe(true);
    expect(each({ ...body, description: '${each.key}' }, 'a')).toBe('a');
  });
});

describe('a module', () => {
  const inner: ModuleCode = {
    content: {
      variable: { arn: [{}], effect: [{ default: 'Allow' }] },
      resource: {
        aws_sqs_queue: { own: [{}] },
        aws_iam_role: {
          x: [{ assume_role_policy: '${jsonencode({ e = var.effect, r = [var.arn, aws_sqs_queue.own.arn] })}' }],
        },
      },
      output: { own: [{ value: '${aws_sqs_queue.own.arn}' }] },
    },
  };
  const module = { jobs: [{ source: './jobs', for_each: '${toset(["a"])}', arn: '${aws_sqs_queue.new.arn}' }] };
  const at = { ...ROLE, module: 'module.jobs["a"]' };

  it('is read with what it is called with, and its addresses are whole', () => {
    expect(policy('', { module }, { modules: { jobs: inner } }, at)).toEqual({
      e: 'Allow',
      r: [NEW, { unknown: true, references: ['module.jobs["a"].aws_sqs_queue.own.arn'] }],
    });
  });

  it('gives its outputs', () => {
    const found = policy('${jsonencode([module.jobs["a"].own])}', { module }, { modules: { jobs: inner } });
    expect(found).toEqual([{ unknown: true, references: ['module.jobs["a"].aws_sqs_queue.own.arn'] }]);
  });

  it('is listed where its code is not there', () => {
    const values = new WrittenValues({ s: { content: { module } } }, () => undefined);
    expect(values.argument('s', at, 'assume_role_policy')).toBeUndefined();
    expect([...(values.unread.get('s') ?? [])]).toEqual(['module.jobs["a"]']);
  });
});

it('blocks that a dynamic block makes are read', () => {
  const dynamic = {
    inline_policy: [
      {
        for_each: '${{ a = "s3:*" }}',
        content: [{ policy: '${jsonencode({ Action = inline_policy.value, R = aws_sqs_queue.new.arn })}' }],
      },
    ],
  };
  const content = { resource: { aws_iam_role: { x: [{ dynamic }] }, aws_sqs_queue: { new: {} } } };
  const values = new WrittenValues({ s: { content } }, () => undefined);
  expect(values.argument('s', ROLE, 'inline_policy')).toEqual([{ policy: { Action: 's3:*', R: NEW } }]);
});
