import { type CreateNodesV2 } from '@nx/devkit';

export const name = '@gatehouse/nx-cdktf';

export const createNodes: CreateNodesV2 = ['apps/*/main.ts', () => []];
