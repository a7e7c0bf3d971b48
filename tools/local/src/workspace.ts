import { join, resolve } from 'node:path';

/** Top of the checkout. */
export const workspaceRoot = resolve(__dirname, '../../..');

export const inWorkspace = (...parts: string[]): string => join(workspaceRoot, ...parts);
