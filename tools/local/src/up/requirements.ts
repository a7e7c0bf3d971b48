import { UserError } from '@gatehouse/cli-kit';
import { cdktfLine, findTerraform, type TerraformBinary } from '@gatehouse/terraform';
import { findEmulator, type FoundEmulator } from '../emulator';
import { type Reporter, type Step } from '../console';

/** What a machine must have to run the local environment. */
export interface Tools {
  readonly terraform: TerraformBinary;
  readonly emulator: FoundEmulator;
}

/** Something that must be installed is missing or too old; the message says how to get each such thing. */
export class RequirementError extends UserError {
  override name = 'RequirementError';
}

const OLDEST_NODE = [20, 19] as const;

/**
 * Looks for everything before it complains about anything.
 *
 * @throws RequirementError naming all that is missing
 */
export async function checkRequirements(reporter: Reporter): Promise<Tools> {
  const missing: string[] = [];
  const look = async <T>(name: string, find: (step: Step) => Promise<T>, describe: (found: T) => string) => {
    try {
      return await reporter.step(name, async (step) => {
        const found = await find(step);
        step.found(describe(found));
        return found;
      });
    } catch (error) {
      missing.push((error as Error).message);
      return undefined;
    }
  };

  await look(
    'Node',
    async () => checkNode(),
    (version) => `Node ${version}`,
  );
  const terraform = await look(
    'Terraform',
    ({ doing }) => findTerraform(undefined, { report: doing }),
    ({ product, version }) => `${product} ${version}`,
  );
  const emulator = await look(
    'Emulator',
    () => findEmulator(),
    ({ description }) => description,
  );
  if (missing.length > 0 || !terraform || !emulator) throw new RequirementError(missing.join('\n\n'));
  for (const notice of terraform.notices) reporter.say(notice);
  if (terraform.fetched) reporter.say(cdktfLine(terraform.command));
  return { terraform, emulator };
}

/** @throws RequirementError when this Node is too old */
export function checkNode(version: string = process.versions.node): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new RequirementError(
      `Node ${version} is too old: ${OLDEST_NODE.join('.')} or newer is needed. Get it from https://nodejs.org or with "nvm install".`,
    );
  }
  return version;
}
