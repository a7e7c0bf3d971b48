import { join, resolve } from 'node:path';
import { type BootstrapTarget, findDirectory } from '@gatehouse/environment';

const checkout = resolve(__dirname, '../../..');

/** A file of the checkout that this program belongs to. */
export const inCheckout = (...parts: string[]): string => join(checkout, ...parts);

/** Top of the workspace around the current directory. */
export const workspaceTop = (): string => resolve(findDirectory(), '..');

/** The app of an environment, in that workspace. */
export const appOf = (environment: string): string => join(workspaceTop(), 'apps', environment);

/** The app whose stacks are bootstrapped. */
export const appDirectory = (): string => appOf('bootstrap');

/** Where a target's runs keep what is theirs; never committed. Another bucket is another beginning. */
export const workDirectory = ({ name, state }: BootstrapTarget): string =>
  join(appDirectory(), '.terraform-work', name, state.bucket);
