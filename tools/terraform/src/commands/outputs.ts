import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { appliedSurface, readStates } from '../applied-surface';
import { clientConfig, writeClientConfig } from '../client-config';
import { environmentApp } from '../environment-app';
import { SetupError } from '../errors';
import { type OutputJson } from '../plan-json';
import { type Session } from './session';

/**
 * Prints the applied outputs as JSON, `{ stack: { name: value } }`; sensitive values are not shown.
 *
 * @param configFile where the client config goes. @default - none is written
 * @throws SetupError when a client config is wanted and the environment is not applied
 */
export async function outputsCommand(session: Session, configFile?: string): Promise<ExitCode> {
  const { selected, bind } = session;
  const outputs: Record<string, Record<string, OutputJson>> = {};
  for (const stack of selected) {
    const terraform = bind(stack);
    await terraform.init();
    outputs[stack.name] = await terraform.output();
  }
  if (configFile !== undefined) await writeConfig(session, configFile);
  const shown = Object.entries(outputs).map(([stack, each]) => [stack, withoutSecrets(each, '(sensitive)')]);
  console.log(JSON.stringify(Object.fromEntries(shown), null, 2));
  return EXIT.ok;
}

async function writeConfig({ all, bind, directory, printError }: Session, file: string): Promise<void> {
  const { environment } = environmentApp(directory);
  for (const stack of all) await bind(stack).init();
  const states = await readStates(all, bind);
  const unapplied = Object.keys(states).filter((stack) => states[stack]?.values === undefined);
  if (unapplied.length > 0) {
    throw new SetupError(
      `${unapplied.join(', ')}: not applied yet. Deploy all stacks first, with "npx nx deploy ${environment.name}".`,
    );
  }
  writeClientConfig(file, clientConfig(environment, appliedSurface(states)));
  printError(`Wrote ${file}`);
}

const withoutSecrets = (outputs: Record<string, OutputJson>, instead: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, { sensitive, value }]) => [name, sensitive ? instead : value]),
  );
