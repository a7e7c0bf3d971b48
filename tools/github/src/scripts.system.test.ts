import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOT_RUN, RUN_BY_CI, WHOLE_RUN_FILES } from '../testing/run-elsewhere';
import { runScript } from '../testing/run-script';
import { allSteps, stepNamed, workspaceRoot } from '../testing/workflows';
import { processEnv } from './process-env';

const fileOf = (where: string): string => where.split(', ')[0]!;
const files = allSteps().map(({ where }) => fileOf(where));
const scripts = allSteps().flatMap(({ where, step: { run } }) =>
  run === undefined ? [] : [{ file: fileOf(where), run: run.trim() }],
);
const RUN_HERE = stepNamed('engine.yml', 'check', 'Check in a scratch copy');

describe('scripts of the workflows', () => {
  it('are each run by a test or by CI, or listed with why not', () => {
    const isRun = (file: string, run: string): boolean =>
      WHOLE_RUN_FILES.includes(file) || RUN_BY_CI.includes(run) || run === RUN_HERE.run!.trim();

    expect(scripts.length).toBeGreaterThan(30);
    expect(scripts.filter(({ file, run }) => !isRun(file, run) && NOT_RUN[file]?.[run] === undefined)).toEqual([]);
  });

  it('are listed only if they are there', () => {
    const listed = Object.entries(NOT_RUN).flatMap(([file, all]) => Object.keys(all).map((run) => ({ file, run })));

    expect(scripts).toEqual(expect.arrayContaining(listed));
    expect(scripts.map(({ run }) => run)).toEqual(expect.arrayContaining([...RUN_BY_CI]));
    expect(files).toEqual(expect.arrayContaining([...WHOLE_RUN_FILES]));
  });

  it('are the commands of CI that they are listed as', () => {
    const ci = readFileSync(join(workspaceRoot, '.ci/run'), 'utf8');
    const commands = ci.split(/\n|&&|\|\|?/).map((command) => command.replace(/2>&1/, '').trim());

    expect(commands).toEqual(expect.arrayContaining([...RUN_BY_CI]));
  });

  it('fail where the check of the engine fails, and leave what it says in the summary', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-engine-'));
    const npx = join(folder, 'npx');
    const results = [];
    for (const exitCode of [0, 2]) {
      writeFileSync(npx, `#!/bin/sh\necho "$@"\nexit ${exitCode}\n`);
      chmodSync(npx, 0o755);
      results.push(await runScript(RUN_HERE, folder, { PATH: `${folder}:${processEnv().PATH}`, CHECK: 'provider-6' }));
    }
    rmSync(folder, { recursive: true });

    const said = { stdout: 'gatehouse engine-check provider-6', summary: 'gatehouse engine-check provider-6\n' };
    expect(results).toMatchObject([
      { exitCode: 0, ...said },
      { exitCode: 2, ...said },
    ]);
  });
});
