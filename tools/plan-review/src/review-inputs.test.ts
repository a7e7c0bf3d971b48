import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { changeOf, planOf, realPlan } from '../testing/plans';
import { renderJson } from './render/json';
import { reviewInputs } from './review-inputs';

describe('files to review', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plan-review-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const plan = () => JSON.stringify(realPlan('reports-api/changed.plan.json'));
  const outcome = (...files: string[]) => {
    const { review, problems } = reviewInputs({ files });
    return { ...review, problems, stacks: review.environments.flatMap(({ stacks }) => stacks) };
  };

  it.each([
    ['dev-api.plan.json', 'dev-api'],
    ['dev-api.tfplan.json', 'dev-api'],
    ['api.json', 'api'],
  ])('%s is the plan of %s', (name, stack) => {
    expect(outcome(file(name, plan())).stacks.map((each) => each.name)).toEqual([stack]);
  });

  it('takes the name of the folder where a file is only called plan.json', () => {
    expect(outcome(file('plan.json', plan())).stacks[0]?.name).toBe(folder.split('/').at(-1));
  });

  it('keeps files apart that have the same name', () => {
    const [one, other] = [file('api.plan.json', plan()), file('api.json', JSON.stringify(planOf()))];
    expect(outcome(one, other).stacks.map(({ name }) => name)).toEqual(['api', other]);
  });

  it('fails when it is given one file twice', () => {
    const one = file('api.json', plan());
    expect(() => outcome(one, join(folder, '.', 'api.json'))).toThrow(
      `${one}: expected every stack once, found a second plan of api; the first is in ${one}. Leave one of the two out.`,
    );
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['the line ends of Windows', (text: string) => JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n')],
    ['UTF-16, as PowerShell redirects', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 in the other order', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 in the other order without a mark', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    [
      'the lines of the wrapper of hashicorp/setup-terraform',
      (text: string) =>
        `[command]/opt/terraform-bin show -json tfplan\n${text}\n::debug::Terraform exited with code 0.\n`,
    ],
  ])('reads a plan with %s', (_, encode) => {
    const { verdict, problems, stacks } = outcome(file('api.json', encode(plan())));
    expect(problems).toEqual([]);
    expect(verdict).toBe('risky');
    expect(stacks[0]?.counts).toMatchObject({ add: 3, change: 5, destroy: 2 });
  });

  it.each([
    ['an empty file', '', 'expected JSON, found an empty file.'],
    ['a truncated file', plan().slice(0, 5000), 'expected a complete JSON document, found one that breaks off'],
    ['text', 'Terraform will perform the following actions', 'expected JSON from `terraform show -json`'],
    ['a plan file itself', Buffer.from('PK\u0003\u0004tfplan'), 'found a plan file as Terraform keeps it'],
    [
      'cut, by a wrapper',
      `[command]/opt/terraform-bin show -json tfplan\n${plan().slice(0, 500)}`,
      'lines of the wrapper that hashicorp/setup-terraform puts around terraform. Set `terraform_wrapper: false` in its step.',
    ],
    ['a list', '[]', 'expected the JSON of a plan, found a list'],
    ['an object that is no plan', '{}', 'expected the JSON of a plan with a format_version, found an empty object'],
    [
      'a newer major format',
      JSON.stringify({ ...planOf(), format_version: '2.0' }),
      'expected format_version 0.x or 1.x, found 2.0',
    ],
    [
      'a state',
      JSON.stringify({ format_version: '1.0', values: {} }),
      'expected the JSON of a plan, found the JSON of a state',
    ],
    ['a raw state', JSON.stringify({ version: 4, lineage: 'x', serial: 1 }), 'a raw state file'],
    ['changes that are no list', JSON.stringify({ ...planOf(), resource_changes: {} }), 'resource_changes'],
    [
      'a change without actions',
      JSON.stringify(planOf({ address: 'a.b', type: 'a', change: {} })),
      'expected a change with actions',
    ],
    [
      'an update without the object afterwards',
      JSON.stringify(planOf(changeOf('aws_x.y', { actions: ['update'], before: { a: 1 }, after: null }))),
      'resource_changes[0] (aws_x.y): after: expected the object, found null',
    ],
    [
      'a change of an object that is not shown',
      JSON.stringify(planOf(changeOf('aws_x.y', { actions: ['no-op'], after: { a: 1 } }))),
      'resource_changes[0] (aws_x.y): before: expected the object, found nothing',
    ],
    [
      'nested 100,000 levels deep',
      `{"format_version":"1.2","resource_changes":[{"address":"aws_x.y","type":"aws_x","name":"y","change":{"actions":["update"],"before":{},"after":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}]}`,
      'odd: expected values of at most some thousand levels, found more. Review it by hand.',
    ],
    [
      'a review of another version',
      JSON.stringify({ format: 'gatehouse-review/9' }),
      'expected gatehouse-review/1, found gatehouse-review/9',
    ],
    [
      'a review that was changed',
      JSON.stringify({ format: 'gatehouse-review/1', verdict: 'great' }),
      'expected a review as plan-review writes it',
    ],
  ])('fails when it is %s: never clean, and says what was found', (_, content, message) => {
    const { verdict, problems, stacks } = outcome(file('odd.json', content));
    expect(verdict).toBe('not reviewed');
    expect(problems).toEqual([expect.stringContaining(message)]);
    expect(problems[0]).not.toContain('\n');
    expect(stacks).toEqual([expect.objectContaining({ status: 'not reviewed' })]);
  });

  it.each([
    ['is not there', 'nothing.json', 'expected a file, found nothing'],
    ['is a folder', '.', 'expected a file, found a folder'],
  ])('fails when a file %s', (_, name, message) => {
    const { verdict, problems } = outcome(join(folder, name));
    expect(verdict).toBe('not reviewed');
    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  it('fails when a message would repeat what is in the file', () => {
    const { problems } = outcome(file('odd.json', '{"password": "hunter2", oops'));
    expect(problems.join()).not.toContain('hunter2');
  });

  it('reviews the others when one cannot be read, and says that it could not', () => {
    const { verdict, problems, stacks } = outcome(
      file('web.json', JSON.stringify({ ...planOf(), format_version: '7.0' })),
      file('api.json', plan()),
    );
    expect(verdict).toBe('risky');
    expect(problems).toHaveLength(1);
    expect(stacks.map(({ name, status }) => [name, status])).toEqual([
      ['api', 'changes'],
      ['web', 'not reviewed'],
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('reviews a resource of type %s', (type) => {
    const change = { actions: ['update'], before: { [type]: 1 }, after: { [type]: 2 } };
    const entry = changeOf(`${type}.x`, change);
    const { problems, stacks } = outcome(file('odd.json', JSON.stringify(planOf(entry))));
    expect(problems).toEqual([]);
    expect(stacks[0]?.changes.map(({ address }) => address)).toEqual([`${type}.x`]);
  });

  it('reads the drift of Terraform 1.0, which has no addresses', () => {
    const entry = changeOf(
      'aws_iam_role.x',
      {
        actions: ['update'],
        before: { name: 'x', max_session_duration: 3600 },
        after: { name: 'x', max_session_duration: 43_200 },
      },
      { address: undefined },
    );
    const drift = [entry, { ...entry, module_address: 'module.m["a"]', index: 0 }];
    const { problems, stacks } = outcome(file('old.json', JSON.stringify({ ...planOf(), resource_drift: drift })));
    expect(problems).toEqual([]);
    expect(stacks[0]?.drift.map(({ address }) => address)).toEqual([
      'aws_iam_role.x',
      'module.m["a"].aws_iam_role.x[0]',
    ]);
  });

  it('puts reviews of its own together, so that a job for each environment ends in one comment', () => {
    const of = (name: string) => {
      const { review } = reviewInputs({ files: [file('api.json', plan())] });
      const environments = review.environments.map((environment) => ({ ...environment, name }));
      return file(`${name}.review.json`, renderJson({ ...review, environments }));
    };
    const { review, problems } = reviewInputs({ files: [of('dev'), of('prod')] });
    expect(problems).toEqual([]);
    expect(review.environments.map(({ name, digest }) => [name, digest])).toEqual([
      ['dev', expect.stringMatching(/^gh2-/)],
      ['prod', expect.stringMatching(/^gh2-/)],
    ]);
    expect(review.verdict).toBe('risky');
  });

  it('reads the plans of an environment, and tells one that was cut as a stack that is not reviewed', () => {
    const workspace = join(folder, 'workspace');
    copyEnvironments(workspace);
    for (const [stack, text] of [
      ['dev-identity', plan()],
      ['dev-api', plan().slice(0, 5000)],
    ] as const) {
      mkdirSync(join(workspace, 'apps/dev/cdktf.out/stacks', stack), { recursive: true });
      mkdirSync(join(workspace, 'apps/dev/.terraform-work', stack), { recursive: true });
      writeFileSync(join(workspace, 'apps/dev/cdktf.out/stacks', stack, 'cdk.tf.json'), '{}');
      writeFileSync(join(workspace, 'apps/dev/.terraform-work', stack, 'plan.json'), text);
    }
    const from = process.cwd();
    process.chdir(workspace);
    try {
      const { review, problems } = reviewInputs({ files: [], environment: 'dev' });
      expect(problems).toEqual([
        expect.stringMatching(/^apps\/dev\/\.terraform-work\/dev-api\/plan\.json: .*breaks off/),
      ]);
      expect(review.environments[0]?.name).toBe('dev');
      expect(review.environments[0]?.stacks.map(({ name, status }) => [name, status])).toEqual([
        ['dev-identity', 'changes'],
        ['dev-api', 'not reviewed'],
      ]);
    } finally {
      process.chdir(from);
    }
  });
});
