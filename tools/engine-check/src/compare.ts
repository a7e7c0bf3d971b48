import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EngineCheckError } from './errors';

export type Path = readonly (string | number)[];

export interface Difference {
  /** `<app>/cdktf.out/...` */
  readonly file: string;
  /** Where in the JSON; empty for the file as a whole. */
  readonly path: Path;
  /** Absent when it was not there. */
  readonly before?: unknown;
  /** Absent when it is not there any more. */
  readonly after?: unknown;
}

export interface Comparison {
  /** How many files there were on either side. */
  readonly files: number;
  readonly differences: readonly Difference[];
  /** What was found at the fields that may differ. */
  readonly ignored: readonly Difference[];
}

/** Where the engine writes its own version, and nothing reads it. */
export const ENGINE_VERSION: Readonly<Record<string, Path>> = {
  'cdk.tf.json': ['//', 'metadata', 'version'],
  'manifest.json': ['version'],
};

/**
 * Compares what was synthesized: every file of `<folder>/<app>/cdktf.out`, JSON by value, everything else by its bytes.
 *
 * @throws EngineCheckError when there was nothing before: two nothings are equal and prove nothing
 */
export function compareSynthesized(before: string, after: string): Comparison {
  const [old, now] = [synthesizedFiles(before), synthesizedFiles(after)];
  if (![...old].some((file) => file.endsWith('cdk.tf.json'))) {
    throw new EngineCheckError(
      `${before}: expected synthesized stacks (<app>/cdktf.out/stacks/*/cdk.tf.json), found none. ` +
        'Synthesize first: npx nx run-many -t synth',
    );
  }
  const files = [...new Set([...old, ...now])].sort();
  const differences = files.flatMap((file) => {
    if (!now.has(file)) return [{ file, path: [], before: 'the file' }];
    if (!old.has(file)) return [{ file, path: [], after: 'the file' }];
    return differencesOf(content(before, file), content(after, file)).map((found) => ({ file, ...found }));
  });
  return {
    files: files.length,
    differences: differences.filter((each) => !isEngineVersion(each)),
    ignored: differences.filter(isEngineVersion),
  };
}

/** Paths of stacks, manifests and assets; what Terraform puts beside them is not synthesized. */
function synthesizedFiles(folder: string): Set<string> {
  const apps = existsSync(folder) ? readdirSync(folder) : [];
  return new Set(
    apps
      .map((app) => join(folder, app, 'cdktf.out'))
      .filter((out) => existsSync(out))
      .flatMap((out) => readdirSync(out, { recursive: true, withFileTypes: true }))
      .map((entry) => ({ entry, path: relative(folder, join(entry.parentPath, entry.name)) }))
      .filter(({ entry, path }) => entry.isFile() && !path.includes('.terraform'))
      .map(({ path }) => path),
  );
}

function content(folder: string, file: string): unknown {
  const bytes = readFileSync(join(folder, file));
  return file.endsWith('.json')
    ? JSON.parse(bytes.toString('utf8'))
    : createHash('sha256').update(bytes).digest('hex');
}

function differencesOf(before: unknown, after: unknown): Omit<Difference, 'file'>[] {
  const [old, now] = [leaves(before), leaves(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => !Object.is(old.get(key), now.get(key)))
    .map((key) => ({
      path: JSON.parse(key) as Path,
      ...(old.has(key) && { before: old.get(key) }),
      ...(now.has(key) && { after: now.get(key) }),
    }));
}

/** Every value by its path; an empty list or object is a value too. */
function leaves(value: unknown, path: Path = []): Map<string, unknown> {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (inner.length > 0) {
    const key = (name: string) => (Array.isArray(value) ? Number(name) : name);
    return new Map(inner.flatMap(([name, each]) => [...leaves(each, [...path, key(name)])]));
  }
  const leaf = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  return new Map([[JSON.stringify(path), leaf]]);
}

function isEngineVersion({ file, path }: Difference): boolean {
  const allowed = ENGINE_VERSION[file.split(/[\\/]/).at(-1) ?? ''];
  return allowed !== undefined && JSON.stringify(allowed) === JSON.stringify(path);
}
