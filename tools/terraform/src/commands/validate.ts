import { TerraformError } from '../errors';
import { EXIT, worst, type ExitCode } from '@gatehouse/cli-kit';
import { type Session } from './session';

/** Runs `terraform validate` on every stack; needs no credentials and reads no state. */
export async function validateCommand({ selected, bind, print }: Session): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const stack of selected) {
    try {
      await bind(stack).validate();
      print(`${stack.name}: valid`);
      codes.push(EXIT.ok);
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      console.error(error.message);
      codes.push(EXIT.error);
    }
  }
  return worst(codes);
}
