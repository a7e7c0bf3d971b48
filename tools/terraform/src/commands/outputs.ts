import { type OutputJson } from '../plan-json';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Session } from './session';

/** Prints the applied outputs as JSON, `{ stack: { name: value } }`; sensitive values are not shown. */
export async function outputsCommand({ selected, bind }: Session): Promise<ExitCode> {
  const outputs: Record<string, Record<string, unknown>> = {};
  for (const stack of selected) {
    const terraform = bind(stack);
    await terraform.init();
    outputs[stack.name] = withoutSecrets(await terraform.output());
  }
  console.log(JSON.stringify(outputs, null, 2));
  return EXIT.ok;
}

const withoutSecrets = (outputs: Record<string, OutputJson>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, { sensitive, value }]) => [name, sensitive ? '(sensitive)' : value]),
  );
