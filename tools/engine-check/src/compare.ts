import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '@gatehouse/cli-kit';

/** Where the engine writes its own version, which nothing reads: in stacks, and in the manifest. */
const ENGINE_VERSION = ['//.metadata.version', 'version'];

/**
 * Compares what was synthesized: every file of `<folder>/<app>/cdktf.out`, JSON by value but for the engine's version,
 * everything else byte for byte.
 *
 * @param except paths in JSON that may differ
 * @returns a line for each difference
 * @throws UserError when there was nothing before: two nothings are equal and prove nothing
 */
export function compareSynthesized(before: string, after: string, except: readonly string[] = []): string[] {
  const [old, now] = [synthesizedFiles(before), synthesizedFiles(after)];
  if (!old.some((file) => file.endsWith('cdk.tf.json'))) {
    throw new UserError(
      `${before}: expected synthesized stacks (<app>/cdktf.out/stacks/*/cdk.tf.json), found none. ` +
        'Synthesize first: npx nx run-many -t synth',
    );
  }
  return [...new Set([...old, ...now])].sort().flatMap((file) => {
    if (!now.includes(file)) return [`${file}: removed`];
    if (!old.includes(file)) return [`${file}: added`];
    return differences(content(before, file), content(after, file), [])
      .filter(({ path }) => ![...ENGINE_VERSION, ...except].includes(path))
      .map(({ path, text }) => `${file}: ${path || 'the file'}: ${text}`);
  });
}

/** Paths of stacks, manifests and assets; what Terraform puts beside them is not synthesized. */
function synthesizedFiles(folder: string): string[] {
  const apps = existsSync(folder) ? readdirSync(folder) : [];
  return apps
    .map((app) => join(folder, app, 'cdktf.out'))
    .filter((out) => existsSync(out))
    .flatMap((out) => readdirSync(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('.terraform'));
}

function content(folder: string, file: string): unknown {
  const bytes = readFileSync(join(folder, file));
  return file.endsWith('.json') ? JSON.parse(bytes.toString('utf8')) : bytes.toString('base64');
}

interface Difference {
  readonly path: string;
  readonly text: string;
}

/** The deepest places that differ. */
function differences(before: unknown, after: unknown, path: readonly string[]): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [old, now] = [childrenOf(before), childrenOf(after)];
  if (!old || !now || Array.isArray(old) !== Array.isArray(now)) {
    return [{ path: path.join('.'), text: `${shown(before)} -> ${shown(after)}` }];
  }
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) =>
    differences(old[key], now[key], [...path, key]),
  );
}

const childrenOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;

function shown(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
