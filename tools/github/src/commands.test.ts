import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { atlantisSteps, commandOf } from '../testing/atlantis';
import { gitlabJobs } from '../testing/gitlab-ci';
import { allSteps, workspaceRoot } from '../testing/workflows';

interface Call {
  /** `gatehouse github role` */
  readonly command: string;
  readonly options: readonly string[];
}

/** Every call of a command line of ours in a script. */
function callsIn(script: string): Call[] {
  const lines = script.replace(/\\\n\s*/g, ' ').split('\n');
  return lines.flatMap((line) => {
    const [, call] = /npx (?:@gatehouse\/)?((?:gatehouse|plan-review) [^|>]*)/.exec(line) ?? [];
    if (call === undefined) return [];
    const [command = ''] = /^[a-z-]+(?: [a-z][a-z-]*(?=\s|$))*/.exec(call) ?? [];
    return [{ command, options: call.match(/(?<= )--[a-z-]+/g) ?? [] }];
  });
}

describe('command lines that workflows, here and in docs/other-ci, call', () => {
  const scripts = [
    ...allSteps().map(({ where, step }) => ({ where, script: step.run ?? '' })),
    ...Object.entries(gitlabJobs()).map(([where, { script }]) => ({ where, script: script.join('\n') })),
    ...(['plan', 'policy_check'] as const).flatMap((where) =>
      atlantisSteps(where).map((step) => ({ where, script: commandOf(step)?.command ?? '' })),
    ),
  ];
  const calls = scripts.flatMap(({ where, script }) => callsIn(script).map((call) => ({ where, ...call })));
  const help = new Map<string, string>();

  function helpOf(command: string): string {
    const [bin = '', ...words] = command.split(' ');
    const file = join(workspaceRoot, 'node_modules/.bin', bin);
    if (!help.has(command)) help.set(command, execFileSync(file, [...words, '--help'], { encoding: 'utf8' }));
    return help.get(command)!;
  }

  it('are found', () => {
    const found = new Set(calls.map(({ command }) => command));
    // Of a workflow that tests Gatehouse itself, which a team has removed.
    found.delete('gatehouse engine-check');
    expect([...found].sort()).toEqual([
      'gatehouse affected',
      'gatehouse check',
      'gatehouse contract',
      'gatehouse deploy',
      'gatehouse drift',
      ...['acceptance', 'approval', 'break-glass', 'close-issue', 'comment', 'in-turn', 'issue'].map(
        (name) => `gatehouse github ${name}`,
      ),
      ...['last-success', 'new-environment', 'reviewed-commit', 'reviewed-run', 'role', 'tiers'].map(
        (name) => `gatehouse github ${name}`,
      ),
      'gatehouse keep-lost-state',
      'gatehouse review',
      'plan-review',
    ]);
  });

  it('have the commands and options that are given to them', () => {
    for (const { where, command, options } of calls) {
      const text = helpOf(command);
      expect([where, text]).toEqual([where, expect.stringContaining(`Usage: ${command} [`)]);
      for (const option of options) {
        expect([where, option, text]).toEqual([where, option, expect.stringMatching(new RegExp(`\\s${option}[ \n]`))]);
      }
    }
  });
});
