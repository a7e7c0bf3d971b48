import { resolve } from 'node:path';

/** Top of the checkout. */
export const workspaceRoot = resolve(__dirname, '../../..');
