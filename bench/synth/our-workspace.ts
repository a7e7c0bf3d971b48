import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from '@gatehouse/testing/workspace-copy';

/** A copy of this workspace with the environment `bench`, which has `routes` guarded routes. Removed by the caller. */
export function workspaceWith(routes: number, definition: 'resources' | 'openapi' = 'resources'): WorkspaceCopy {
  const workspace = new WorkspaceCopy();
  const app = workspace.path('apps/bench');
  mkdirSync(app);
  cpSync(join(__dirname, 'main.ts'), join(app, 'main.ts'));
  workspace.replace('apps/bench/main.ts', 'const ROUTES = 10;', `const ROUTES = ${routes};`);
  workspace.replace('apps/bench/main.ts', "= 'resources'", `= '${definition}'`);
  const environment = {
    extends: './dev.json',
    identity: { domainPrefix: 'gatehouse-bench' },
    api: { stage: 'bench' },
    acknowledge: routes < 300 ? [] : [aboveQuota],
  };
  writeFileSync(workspace.path('environments/bench.json'), JSON.stringify(environment));
  return workspace;
}

const aboveQuota = {
  rule: 'too-many-api-resources',
  address: 'aws_api_gateway_rest_api.api',
  reason: 'a benchmark, which is never deployed',
};
