import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { runStep } from './run-step';
import { scratchCopy } from './scratch-copy';
import { stepsOf } from './steps';

/** Sections of docs/cdktn.md that a check runs; in all but the move they are the same. */
const SECTIONS = {
  cdktn: ['Before', 'Move to CDK Terrain', 'Prove it', 'Compare', 'Run the unit tests'],
  'provider-6': ['Before', 'Move to provider 6', 'Prove it', 'Compare with provider 6'],
} as const;

export type Check = keyof typeof SECTIONS;

/**
 * Does in a scratch copy of the sources what docs/cdktn.md tells people to do, and stops at the first step that fails.
 *
 * @param keep leaves the copy where it is
 * @throws UserError when there is nothing to copy, and when it is stopped
 */
export async function runCheck(workspace: string, check: Check, keep: boolean): Promise<ExitCode> {
  const guide = readFileSync(join(workspace, 'docs/cdktn.md'), 'utf8');
  const steps = SECTIONS[check].flatMap((section) => stepsOf(guide, section));
  const folder = await scratchCopy(workspace);
  console.error(`Scratch copy: ${folder}`);
  try {
    for (const step of steps) {
      console.error(`… ${step.title}`);
      const { ok, output, seconds } = await runStep(step, folder);
      console.error(`${ok ? '✔' : '✖'} ${step.title} [${seconds.toFixed(1)} s]`);
      if (ok) continue;
      console.log(`${check}: the step "${step.title}" of docs/cdktn.md fails.\n${lastLines(output)}`);
      return EXIT.findings;
    }
    console.log(`${check}: all ${steps.length} steps of docs/cdktn.md pass on Node ${process.versions.node}.`);
    return EXIT.ok;
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

const lastLines = (output: string): string => output.trimEnd().split('\n').slice(-40).join('\n');
