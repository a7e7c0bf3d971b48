import { environmentApp } from '../environment-app';
import { clientConfig, writeClientConfig } from '../client-config';
import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { type OutputJson } from '../plan-json';
import { type Session } from './session';

/**
 * Prints the applied outputs as JSON, `{ stack: { name: value } }`; sensitive values are not shown.
 *
 * @param configFile where the client config goes. @default - none is written
 * @throws SetupError when a client config is wanted and the environment is not applied
 */
export async function outputsCommand(
  { selected, bind, printError, directory }: Session,
  configFile?: string,
): Promise<ExitCode> {
  const outputs: Record<string, Record<string, OutputJson>> = {};
  for (const stack of selected) {
    const terraform = bind(stack);
    await terraform.init();
    outputs[stack.name] = await terraform.output();
  }
  if (configFile !== undefined) {
    const values = Object.values(outputs).map((each) => Object.entries(withoutSecrets(each)));
    const { environment } = environmentApp(directory);
    writeClientConfig(configFile, clientConfig(environment, Object.fromEntries(values.flat())));
    printError(`Wrote ${configFile}`);
  }
  const shown = Object.entries(outputs).map(([stack, each]) => [stack, withoutSecrets(each, '(sensitive)')]);
  console.log(JSON.stringify(Object.fromEntries(shown), null, 2));
  return EXIT.ok;
}

const withoutSecrets = (outputs: Record<string, OutputJson>, instead?: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, { sensitive, value }]) => [name, sensitive ? instead : value]),
  );
