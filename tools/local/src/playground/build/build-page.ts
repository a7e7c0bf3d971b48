import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ExecaError, execa } from 'execa';
import { processEnvironment } from '../../process-environment';
import { digestOf } from './digest';

export interface BuildOptions {
  /** Folder of the page's package. */
  readonly sources: string;
  readonly lockFile: string;
  /** Folder of the builds. */
  readonly cache: string;
  readonly signal?: AbortSignal;
}

/** Why the page could not be built, in one line. */
export class BuildError extends Error {}

/**
 * Builds the page with Vite, unless these sources are built already.
 *
 * @returns the folder of the built page
 * @throws BuildError
 */
export async function buildPage({ cache, lockFile, signal, sources }: BuildOptions): Promise<string> {
  const folder = join(cache, `playground-${digestOf(sources, lockFile)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(`${folder}.`);
  try {
    await runVite(sources, staging, signal);
    return place(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function runVite(sources: string, outDir: string, signal: AbortSignal | undefined): Promise<void> {
  const vite = join(dirname(createRequire(join(sources, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');
  try {
    // Another build of these sources has a folder of its own, so it need not be waited for.
    const options = ['--outDir', outDir, '--emptyOutDir', '--bypass-lock', '--logLevel', 'error'];
    await execa(process.execPath, [vite, 'build', ...options], {
      cwd: sources,
      env: { ...processEnvironment(), NODE_ENV: 'production', NO_COLOR: '1' },
      extendEnv: false,
      ...(signal && { cancelSignal: signal }),
    });
  } catch (error) {
    if (error instanceof ExecaError) throw new BuildError(lineOf(String(error.stderr)) ?? error.shortMessage);
    throw error;
  }
}

/** Of two that built it at once, the first one's is kept. */
function place(staging: string, folder: string): string {
  try {
    renameSync(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** `src/main.ts:1:18: Unexpected token`, of what Vite prints; undefined where it says nothing. */
function lineOf(output: string): string | undefined {
  const lines = output.split('\n').map((line) => line.trim());
  const message = lines.find((line) => line !== '' && !/^(x|✗)?\s*(build failed|error during build)/i.test(line));
  const [, place] = /╭─\[ (\S+) \]/.exec(output) ?? [];
  const plain = message?.replace(/^\[[^\]]+\] /, '');
  return plain !== undefined && place !== undefined && !plain.includes(place) ? `${place}: ${plain}` : plain;
}
