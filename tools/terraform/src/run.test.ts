import { run } from './run';

const node = { command: process.execPath, product: 'Terraform' as const };

describe('run', () => {
  // Terraform prints a plan as one line, which is some megabytes for some hundred resources.
  it('reads all of a long output that nobody follows line by line', async () => {
    const script = "process.stdout.write('x'.repeat(5_000_000))";

    const { exitCode, stdout } = await run(node, ['-e', script], { cwd: __dirname, env: {} });

    expect([exitCode, stdout.length]).toEqual([0, 5_000_000]);
  });
});
