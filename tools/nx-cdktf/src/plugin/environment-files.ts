import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * An environment file and the ones it extends, from the workspace root. Mistakes in them (a missing file, a cycle, bad
 * JSON) end the chain here and are reported by `synth`: a project graph that cannot be made hides them.
 */
export function environmentFiles(workspaceRoot: string, file: string, seen: readonly string[] = []): string[] {
  if (seen.includes(file)) return [...seen];
  const parent = parentOf(join(workspaceRoot, file));
  const chain = [...seen, file];
  if (parent === undefined) return chain;
  return environmentFiles(workspaceRoot, posix.join(posix.dirname(file), parent), chain);
}

/** The tier that the first of these files says; mistakes in it are reported by `synth`. */
export function tierOf(workspaceRoot: string, files: readonly string[]): unknown {
  return files.map((file) => fieldsOf(join(workspaceRoot, file)).tier).find((tier) => tier !== undefined);
}

const parentOf = (path: string): string | undefined => {
  const { extends: parent } = fieldsOf(path);
  return typeof parent === 'string' ? parent : undefined;
};

function fieldsOf(path: string): { readonly extends?: unknown; readonly tier?: unknown } {
  if (!existsSync(path)) return {};
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) ?? {}) as ReturnType<typeof fieldsOf>;
  } catch {
    return {};
  }
}
