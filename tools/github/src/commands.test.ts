import { execFileSync } from 'node:child_process';
import { allSteps, workspaceRoot } from '../testing/workflows';

interface Call {
  readonly cli: string;
  readonly command: string | undefined;
  readonly options: readonly string[];
}

/** Every call of a command line of ours in a script. */
function callsIn(script: string): Call[] {
  const lines = script.replace(/\\\n\s*/g, ' ').split('\n');
  return lines.flatMap((line) => {
    const [, cli, rest] = /node -r \S+ (tools\/[\w-]+\/src\/cli\.ts)(.*)/.exec(line) ?? [];
    if (!cli || rest === undefined) return [];
    const words = rest.split(/[|>]/)[0]!.trim().split(/\s+/);
    const [command] = words.filter((word, index) => index === 0 && /^[a-z]/.test(word));
    return [{ cli, command, options: words.filter((word) => /^--[a-z]/.test(word)) }];
  });
}

jest.setTimeout(120_000);

describe('command lines that workflows call', () => {
  const calls = allSteps().flatMap(({ where, step }) =>
    callsIn(step.run ?? '').map((call) => ({ where, ...call })),
  );
  const help = new Map<string, string>();

  function helpOf(cli: string, command: string | undefined): string {
    const args = ['-r', './register-ts.cjs', cli, ...(command ? [command] : []), '--help'];
    const key = args.join(' ');
    if (!help.has(key))
      help.set(key, execFileSync(process.execPath, args, { cwd: workspaceRoot, encoding: 'utf8' }));
    return help.get(key)!;
  }

  it('are found', () => {
    const clis = new Set(calls.map(({ cli }) => cli.split('/')[1]));
    expect([...clis].sort()).toEqual(['engine-check', 'github', 'nx-cdktf', 'plan-review', 'terraform']);
  });

  it('have the commands and options that are given to them', () => {
    for (const { where, cli, command, options } of calls) {
      const text = helpOf(cli, command);
      const usage = command ? `${command} [options]` : '[options]';
      expect([where, text]).toEqual([where, expect.stringContaining(usage)]);
      for (const option of options) {
        expect([where, option, text]).toEqual([
          where,
          option,
          expect.stringMatching(new RegExp(`\\s${option}[ \n]`)),
        ]);
      }
    }
  });
});
