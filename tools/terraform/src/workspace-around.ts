import { dirname } from 'node:path';
import { findDirectory, NoWorkspaceError } from '@gatehouse/environment';

/** Top of the workspace that a folder is in; nothing where it is in none. */
export function workspaceAround(folder: string): string | undefined {
  try {
    return dirname(findDirectory(folder));
  } catch (error) {
    if (error instanceof NoWorkspaceError) return undefined;
    throw error;
  }
}
