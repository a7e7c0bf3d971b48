import { execa } from 'execa';
import { EngineCheckError } from './errors';

/** A version of `@cdktf/provider-aws` and the version of hashicorp/aws that it binds. */
export interface ProviderVersion {
  readonly version: string;
  readonly provider: string;
}

interface Published {
  readonly version: string;
  readonly 'cdktf.provider.version'?: string;
}

/**
 * Asks the npm registry for the newest version of the prebuilt bindings of hashicorp/aws 6.
 *
 * @throws EngineCheckError when the registry cannot be asked, or has none
 */
export async function newestProvider6(env: NodeJS.ProcessEnv): Promise<ProviderVersion> {
  // Bindings of version 6 begin with 21; older ones do not all name their provider.
  const args = ['view', '@cdktf/provider-aws@>=21', 'version', 'cdktf.provider.version', '--json'];
  const answer = await execa('npm', args, { env, extendEnv: false, reject: false });
  if (answer.failed) {
    throw new EngineCheckError(
      `The npm registry did not say which versions of @cdktf/provider-aws there are; npm ${args[0]} answered:\n` +
        (answer.stderr || answer.originalMessage),
    );
  }
  return newestIn(answer.stdout, '6');
}

/** The newest release whose provider has that major version, in the answer of `npm view`, which has no order. */
export function newestIn(answer: string, major: string): ProviderVersion {
  // npm answers with a list only if there are several.
  const newest = [JSON.parse(answer) as Published | Published[]]
    .flat()
    .flatMap((each) => {
      const provider = each['cdktf.provider.version'];
      const release = /^\d+\.\d+\.\d+$/.test(each.version);
      return release && provider?.startsWith(`${major}.`) ? [{ version: each.version, provider }] : [];
    })
    .sort((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }))
    .at(-1);
  if (!newest)
    throw new EngineCheckError(`No release of @cdktf/provider-aws binds hashicorp/aws ${major}.x.`);
  return newest;
}
