import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOf, planOf, realPlan } from '../testing/plans';
import { MARKER } from './render/markdown/markdown';

const CLI = join(__dirname, '../bin/plan-review.cjs');

describe('plan-review', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plan-review-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '' },
    });
    return { status, stdout, stderr };
  };
  const clean = JSON.stringify(
    planOf(
      changeOf('aws_cloudwatch_log_group.logs', {
        actions: ['create'],
        before: null,
        after: { name: 'logs' },
      }),
    ),
  );

  it('ends with 0 when a plan has no risky changes, from standard input', () => {
    expect(run(['-'], clean)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(
        /^Plan review: no risky changes\n\nplan: 1 to add\n {2}\+ {3}aws_cloudwatch_log_group\.logs: create\n/,
      ),
    });
  });

  it('ends with 2 when it is risky, writes every format, and has no colour where there is no terminal', () => {
    writeFileSync(join(folder, 'api.plan.json'), JSON.stringify(realPlan('reports-api/changed.plan.json')));
    const files = ['out/a.md', 'out/a.html', 'out/a.json', 'out/a.sarif'] as const;
    const [markdown, html, json, sarif] = files;
    const { status, stdout, stderr } = run([
      ...['api.plan.json', '--markdown', markdown, '--html', html],
      ...['--json', json, '--sarif', sarif],
    ]);
    expect(status).toBe(2);
    expect(stderr).toBe(files.map((file) => `Wrote ${file}\n`).join(''));
    expect(stdout).toMatch(/^Plan review: 1 critical/);
    expect(stdout).not.toContain('\u001b');
    const [md = '', page = '', review = '', log = ''] = files.map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(md.startsWith(MARKER)).toBe(true);
    expect(page).toContain('<!doctype html>');
    expect(JSON.parse(review)).toMatchObject({ format: 'gatehouse-review/1', verdict: 'risky' });
    expect(JSON.parse(log).runs[0].results.length).toBeGreaterThan(3);
    // A review is an input, too.
    expect(run([json]).stdout).toBe(stdout);
  });

  it('ends with 1 when something cannot be read, and says so in every output', () => {
    const { status, stdout, stderr } = run(['-', '--markdown', 'odd.md'], clean.slice(0, 100));
    expect(status).toBe(1);
    expect(stderr).toBe('Wrote odd.md\n');
    expect(stdout).toMatch(
      /^Plan review: 1 stack not fully reviewed\n  standard input: not reviewed. Expected a complete JSON document, found one that breaks off/,
    );
    expect(readFileSync(join(folder, 'odd.md'), 'utf8')).toContain('⚠️ Plan review: 1 stack not fully reviewed');
  });

  it('reviews outside of a workspace: the environment is a name, a file says what is accepted', () => {
    const route = { rest_api_id: 'api', resource_id: 'root', http_method: 'GET', authorization: 'NONE' };
    const open = changeOf('aws_api_gateway_method.health', {
      actions: ['create'],
      before: null,
      after: { ...route, api_key_required: false },
    });
    writeFileSync(join(folder, 'shop.plan.json'), JSON.stringify(planOf(open)));
    const args = ['shop.plan.json', '--environment', 'staging', '--json', 'staging.json'];
    const findings = () => {
      const [environment] = JSON.parse(readFileSync(join(folder, 'staging.json'), 'utf8')).environments;
      return environment as {
        name: string;
        findings: { rule: string; address: string }[];
        suppressed: object[];
      };
    };

    const risky = run(args);
    const { name, findings: found } = findings();
    // A state and the change into it are accepted each by its own rule, a change by what it is.
    const opened = `Anyone on the internet can call the new ${open.address} without a token.`;
    const place = { address: open.address, reason: 'Uptime checks call it.' };
    const accepted = [
      { rule: 'public-route', ...place },
      { rule: 'new-public-route', of: [opened, 'public'], ...place },
    ];
    writeFileSync(join(folder, 'accepted.json'), JSON.stringify({ suppressions: accepted }));
    const clean = run([...args, '--policy', 'accepted.json']);

    expect([risky.status, name]).toEqual([2, 'staging']);
    expect(found.map(({ rule }) => rule)).toEqual(['public-route', 'api-made-elsewhere']);
    expect(clean.status).toBe(0);
    expect(findings()).toMatchObject({ findings: [{ rule: 'api-made-elsewhere' }], suppressed: accepted });

    writeFileSync(join(folder, 'accepted.json'), '{ "suppressions": [{ "rule": "public-route" }] }');
    expect(run([...args, '--policy', 'accepted.json'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^accepted\.json: suppressions: 0: address: expected a Terraform address, found nothing/,
      ),
    });
  });

  it('ends with 1 when there is nothing to review, or an option is wrong', () => {
    expect(run([])).toMatchObject({ status: 1, stderr: expect.stringContaining('Name at least one file') });
    expect(run(['--nonsense'])).toMatchObject({ status: 1, stderr: expect.stringContaining('--nonsense') });
    expect(run(['--environment', 'nowhere'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('No folder "environments"'),
    });
  });

  it('says in its help what the exit codes mean', () => {
    expect(run(['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /),
    });
  });

  it('reviews a plan of 200 MB', () => {
    const file = join(folder, 'large.json');
    writeLargePlan(file, 200e6);
    const { status, stdout, stderr } = run([file]);
    expect([status, stderr]).toEqual([2, '']);
    expect(stdout).toContain('critical GET /me');
    expect(stdout).toContain('large: 3 to add, 5 to change, 2 to destroy, 1 moved');
    rmSync(file);
  });

  it('fails when a plan is larger than Node can hold, and says what to do', () => {
    const file = join(folder, 'huge.json');
    writeFileSync(file, '{');
    truncateSync(file, 600e6);
    const { status, stdout } = run([file]);
    expect(status).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /huge\.json: not reviewed\. Expected at most \d+ MB, found 600 MB\. Node cannot hold more as one text: split the stack/,
    );
  });
});

/** A real plan with the sources of many functions in it, which no one reads. */
function writeLargePlan(file: string, bytes: number): void {
  const text = JSON.stringify(realPlan('reports-api/changed.plan.json'));
  const handle = openSync(file, 'w');
  writeSync(handle, `${text.slice(0, -1)},"variables":{"blob":{"value":[`);
  const piece = `"${'x'.repeat(1e6)}",`;
  for (let written = 0; written < bytes; written += piece.length) writeSync(handle, piece);
  writeSync(handle, '""]}}}');
  closeSync(handle);
}
