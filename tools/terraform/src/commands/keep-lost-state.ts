import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { EXIT, isUserError, worst, type ExitCode } from '@gatehouse/cli-kit';
import { LostFolder } from '../lost-state/lost-folder';
import { applyEnded } from '../lost-state/running-apply';
import { putAway, type PutAway } from '../lost-state/put-away';
import { processEnv } from '../process-env';
import { type Stack } from '../stacks';
import { type Session } from './session';

/**
 * Puts the states that a deploy could not write where they outlive this machine, and says what writes them: in the summary of the run
 * too, where GitHub has one. A Terraform that goes on after its deploy was killed is waited for.
 */
export async function keepLostStateCommand(session: Session, ended = applyEnded): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const stack of session.selected) {
    if (!(await ended(stack, session.printError))) codes.push(EXIT.error);
    const text = new LostFolder(stack).read();
    if (text === undefined) continue;
    try {
      const said = inWords(stack, await putAway(stack, text));
      session.print(said.join('\n'));
      summarize(said);
    } catch (error) {
      if (!isUserError(error)) throw error;
      session.printError(`${stack.name}: ${error.message}`);
      codes.push(EXIT.error);
    }
  }
  return worst(codes);
}

function inWords(stack: Stack, { where, file, why }: PutAway): string[] {
  const lost = `${stack.name} has a state that was not written. It is kept in ${where}, encrypted.`;
  const before = `Nothing is planned or applied in ${stack.name} before it is written:`;
  if (file === undefined) return [lost, before, '', `    npx nx recover ${stack.app}`];
  const { GITHUB_RUN_ID: run } = processEnv();
  return [
    `${lost} The bucket does not take it: ${why}`,
    'It is with the artifacts of the run. Only the key of lost states, made by the bootstrap, reads it.',
    `Plan and apply nothing in ${stack.name} before it is written, as someone who may use that key:`,
    '',
    ...(run === undefined ? [] : [`    gh run download ${run} --name lost-state-${stack.app}`]),
    `    npx nx recover ${stack.app} --stack=${stack.name} --from=${run === undefined ? where : basename(file)}`,
  ];
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary */
function summarize(said: readonly string[]): void {
  const { GITHUB_STEP_SUMMARY: summary } = processEnv();
  if (summary) appendFileSync(summary, `${said.join('\n')}\n\n`);
}
