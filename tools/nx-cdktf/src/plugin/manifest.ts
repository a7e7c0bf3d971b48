import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WorkspaceFiles } from './workspace-files';

/** What targets follow from in a `package.json`. */
export interface Manifest {
  readonly nx?: { readonly tags?: readonly string[] };
  readonly publishConfig?: object;
}

/** The manifest of a project; nothing where it has none. */
export function manifestOf(files: WorkspaceFiles, workspaceRoot: string, root: string): Manifest {
  const manifest = `${root}/package.json`;
  if (!files.has(manifest)) return {};
  try {
    return JSON.parse(readFileSync(join(workspaceRoot, manifest), 'utf8')) as Manifest;
  } catch {
    // Nx itself says that the file is no JSON, and where.
    return {};
  }
}
