import { action, type Program } from '@gatehouse/cli-kit';
import { clientFromEnvironment, type GitHub } from './client';
import { processEnv } from './process-env';
import { parseRepository, type Repository } from './repository';
import { runLink } from './run-link';

export const EXIT_CODES = { 0: 'done', 1: 'not done; the message says why' };

/** A command that asks GitHub something. */
export const remote = (program: Program, name: string, description: string): Program =>
  program
    .command(name)
    .description(description)
    .option('--repository <owner/name>', 'where (default: GITHUB_REPOSITORY)')
    .exitCodes(EXIT_CODES);

/** What a command does with GitHub; it prints the lines. */
export const reaching = <Options>(
  work: (github: GitHub, repository: Repository, options: Options) => Promise<string[]>,
) => action((options: Options & { repository?: string }) => reach(options, work));

/** The same for a command with an argument. */
export const reachingFor = <Argument, Options>(
  work: (github: GitHub, repository: Repository, argument: Argument, options: Options) => Promise<string[]>,
) =>
  action((argument: Argument, options: Options & { repository?: string }) =>
    reach<typeof options, Options>(options, (github, where, rest) => work(github, where, argument, rest)),
  );

/** Of this run. */
export const link = (): string | undefined => runLink(processEnv());

export function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

async function reach<Options extends { repository?: string }, Rest>(
  { repository, ...options }: Options,
  work: (github: GitHub, where: Repository, options: Rest) => Promise<string[]>,
): Promise<void> {
  const env = processEnv();
  const where = parseRepository(repository ?? env.GITHUB_REPOSITORY ?? '');
  print(await work(clientFromEnvironment(env, { log: console.error }), where, options as Rest));
}
