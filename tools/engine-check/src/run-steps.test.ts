import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../testing/folder';
import { EngineCheckError } from './errors';
import { processEnv } from './process-env';
import { type RunOptions, runEach, runInOrder } from './run-steps';

const { PATH } = processEnv();

const options = (more: Partial<RunOptions> = {}): RunOptions => ({
  cwd: folderWith({}),
  env: { PATH },
  signal: new AbortController().signal,
  onStart: () => undefined,
  onEnd: () => undefined,
  ...more,
});

const good = { title: 'good', commands: 'echo out\necho err >&2' };
const bad = { title: 'bad', commands: 'echo why\nfalse\necho not reached' };

describe('runEach', () => {
  it('runs every step, whatever the one before it said', async () => {
    const results = await runEach([bad, good], options());

    expect(results).toMatchObject([
      { title: 'bad', ok: false, output: 'why' },
      { title: 'good', ok: true, output: 'out\nerr' },
    ]);
  });

  it('runs in the folder, with the variables and no others', async () => {
    const folder = options({ env: { PATH, WHO: 'me' } });
    const [result] = await runEach([{ title: 't', commands: 'pwd -P; echo $WHO; echo "[$HOME]"' }], folder);

    expect(result?.output.split('\n').slice(1)).toEqual(['me', '[]']);
    expect(result?.output).toContain(folder.cwd);
  });

  it('reports each step when it begins and when it ends', async () => {
    const seen: string[] = [];
    await runEach(
      [good, bad],
      options({
        onStart: ({ title }) => seen.push(`start ${title}`),
        onEnd: ({ title, ok }) => seen.push(`end ${title} ${ok}`),
      }),
    );

    expect(seen).toEqual(['start good', 'end good true', 'start bad', 'end bad false']);
  });
});

describe('runInOrder', () => {
  it('gives the results of all steps', async () => {
    expect(await runInOrder([good, good], options())).toHaveLength(2);
  });

  it('fails when a step fails, and runs nothing after it', async () => {
    const context = options();
    const run = runInOrder([bad, { title: 'later', commands: 'touch later' }], context);

    await expect(run).rejects.toThrow(EngineCheckError);
    await expect(run).rejects.toThrow('The step "bad" failed; nothing can be said without it.');
    expect(existsSync(join(context.cwd, 'later'))).toBe(false);
  });
});

describe('an interruption', () => {
  it('ends the running step with its children and starts no other', async () => {
    const controller = new AbortController();
    const context = options({
      signal: controller.signal,
      onStart: () => setImmediate(() => controller.abort(new EngineCheckError('Stopped.'))),
    });
    const steps = [
      { title: 'long', commands: 'sh -c "sleep 60; touch late"' },
      { title: 'next', commands: 'touch next' },
    ];

    await expect(runEach(steps, context)).rejects.toThrow('Stopped.');
    expect(existsSync(join(context.cwd, 'next'))).toBe(false);
  });
});
