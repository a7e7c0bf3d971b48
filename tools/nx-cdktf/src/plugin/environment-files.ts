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

function parentOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { extends: parent } = JSON.parse(readFileSync(path, 'utf8')) as { extends?: unknown };
    return typeof parent === 'string' ? parent : undefined;
  } catch {
    return undefined;
  }
}
