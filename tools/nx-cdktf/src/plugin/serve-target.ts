import { type TargetConfiguration } from '@nx/devkit';

/** `npm start`: it runs until it is stopped, and other tasks may run beside it. https://nx.dev/docs/reference/project-configuration#continuous */
export const serveTarget = (): TargetConfiguration => ({ command: 'gatehouse start', continuous: true, cache: false });
