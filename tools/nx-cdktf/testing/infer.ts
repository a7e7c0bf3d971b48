import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ProjectConfiguration } from '@nx/devkit';
import { createNodes } from '../src/plugin/plugin';

/** Files of a workspace with the environment `dev`. */
export const dev = {
  'apps/dev/package.json': '{}',
  'apps/dev/main.ts': '',
  'environments/base.json': '{}',
  'environments/dev.json': '{ "extends": "./base.json" }',
};

/** Files of the service `api`. */
export const service = { 'apps/api/package.json': '{ "nx": { "tags": ["type:service"] } }' };

/** Writes files to a temporary workspace and infers its projects from them. */
export async function infer(files: Record<string, string>): Promise<Record<string, Partial<ProjectConfiguration>>> {
  const workspaceRoot = mkdtempSync(join(tmpdir(), 'gatehouse-nx-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(workspaceRoot, path)), { recursive: true });
      writeFileSync(join(workspaceRoot, path), content);
    }
    const context = { workspaceRoot, nxJsonConfiguration: {} };
    const nodes = await createNodes[1](Object.keys(files), undefined, context);
    return Object.assign({}, ...nodes.map(([, { projects }]) => projects));
  } finally {
    rmSync(workspaceRoot, { recursive: true });
  }
}
