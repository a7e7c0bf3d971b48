import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { type BuildFailure, type BuildOptions, type BuildResult, formatMessagesSync } from 'esbuild';

const SOURCE = 'src/index.ts';

/** @throws UserError when the service has no source */
export function checkSource(folder: string): void {
  if (existsSync(join(folder, SOURCE))) return;
  const place = `apps/${basename(folder)}/${SOURCE}`;
  throw new UserError(`${place}: expected the source of the service, found nothing. Export \`handler\` from it.`);
}

/** How the service in a folder is bundled into one file. */
export const optionsOf = (folder: string) =>
  ({
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
  }) as const satisfies BuildOptions;

/**
 * What a build makes of the service in a folder.
 *
 * @throws UserError for sources that do not compile, with their lines
 */
export async function bundled(folder: string, build: () => Promise<BuildResult>): Promise<Uint8Array> {
  try {
    return (await build()).outputFiles?.[0]?.contents as Uint8Array;
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (errors === undefined) throw error;
    const lines = formatMessagesSync(errors, { kind: 'error' }).map((text) => text.trim());
    throw new UserError(
      `The service "${basename(folder)}" does not compile, below apps/${basename(folder)}:\n${lines.join('\n')}`,
    );
  }
}
