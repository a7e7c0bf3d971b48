import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandsInDocs } from '@gatehouse/testing/commands-in-docs';
import { PLAIN_NX, withoutNx, type WorkspaceCopy } from './workspace';

const ROOT = resolve(__dirname, '../../..');

/** Commands that change nothing but files that are made here, and how they end on the sample and on a plan that opens a role to guests. */
const ENDINGS: readonly (readonly [RegExp, number])[] = [
  [/^npx nx (?:synth|check|diff-env|show) \w/, 0],
  [/^npx gatehouse (?:check|diff-env) \w|^npx gatehouse \w+ --help$/, 0],
  [/^npx gatehouse review-catalogue --only /, 0],
  [/^npx plan-review \S/, 2],
];

/** Those of the docs that anybody can run as they are printed, each once, with its exit code. */
export function readOnlyCommands(): ReadonlyMap<string, number> {
  const whole = commandsInDocs(ROOT).filter(({ command }) => !/[<[]|\.\.\./.test(command));
  return new Map(
    whole.flatMap(({ command }) => {
      const [, exitCode] = ENDINGS.find(([pattern]) => pattern.test(command)) ?? [];
      return exitCode === undefined ? [] : [[command, exitCode] as const];
    }),
  );
}

/** Runs a line of the docs at the top of a copy that has synthesized `dev` and `prod`, where plans were kept. */
export function runDocumented(
  workspace: WorkspaceCopy,
  command: string,
): { readonly exitCode: number | null; readonly output: string } {
  const [plan, other] = ['created', 'changed'].map((name) =>
    join(ROOT, `libs/surface/fixtures/reports-api/${name}.plan.json`),
  ) as [string, string];
  for (const app of ['dev', 'prod']) {
    mkdirSync(workspace.path(`apps/${app}/.terraform-work/${app}-api`), { recursive: true });
    cpSync(plan, workspace.path(`apps/${app}/.terraform-work/${app}-api/plan.json`));
    cpSync(plan, workspace.path(`${app}.json`));
  }
  cpSync(plan, workspace.path('a.json'));
  cpSync(other, workspace.path('b.json'));
  // What npx does with a program that is installed, without the second that npm takes for it.
  mkdirSync(workspace.path('.programs'), { recursive: true });
  writeFileSync(workspace.path('.programs/npx'), '#!/bin/sh\nexec "./node_modules/.bin/$@"\n', { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    ...{ cwd: workspace.root, encoding: 'utf8', input: readFileSync(plan) },
    env: { ...withoutNx(process.env), ...PLAIN_NX, PATH: `${workspace.path('.programs')}:${process.env.PATH}` },
  });
  return { exitCode: status, output: stdout + stderr };
}
