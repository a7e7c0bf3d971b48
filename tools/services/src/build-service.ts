import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { build, type BuildFailure, formatMessagesSync } from 'esbuild';
import { archiveOf, writeArchive } from './archive';

const SOURCE = 'src/index.ts';

/**
 * Bundles a service into its archive: the same bytes for the same sources, on any machine, on any day, because Terraform
 * deploys a function whose archive changed.
 *
 * @param folder of the service, such as `apps/api`; its `src/index.ts` exports `handler`
 * @returns whether the archive changed
 * @throws UserError for sources that do not compile, with their lines.
 */
export async function buildService(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, SOURCE))) {
    const place = `apps/${basename(folder)}/${SOURCE}`;
    throw new UserError(`${place}: expected the source of the service, found nothing. Export \`handler\` from it.`);
  }
  return writeArchive(archiveOf(folder), 'index.js', await bundle(folder));
}

async function bundle(folder: string): Promise<Uint8Array> {
  try {
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: [SOURCE],
      outfile: 'index.js',
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      // The oldest Node that the local gateway runs on.
      target: 'node20',
      charset: 'utf8',
      // The compiler options of the machine that builds must not reach the bytes.
      tsconfigRaw: {},
      logLevel: 'silent',
    });
    return outputFiles[0]?.contents as Uint8Array;
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (errors === undefined) throw error;
    const lines = formatMessagesSync(errors, { kind: 'error' }).map((text) => text.trim());
    throw new UserError(
      `The service "${basename(folder)}" does not compile, below apps/${basename(folder)}:\n${lines.join('\n')}`,
    );
  }
}
