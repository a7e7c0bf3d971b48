import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WorkspaceCopy } from '@gatehouse/testing/workspace-copy';
import { type Contestant } from './measure';
import { peerFolder, workspace } from './peer';

/** As `npx nx synth bench` runs it. */
export const gatehouse = (copy: WorkspaceCopy, routes: number, name = 'gatehouse'): Contestant => ({
  name,
  routes,
  command: ['-r', './register-ts.cjs', 'apps/main.ts', 'bench'],
  cwd: copy.root,
  guardedRoutes() {
    return guardedIn(copy.path('apps/bench/cdktf.out/stacks/bench-api/cdk.tf.json'));
  },
});

/** Methods with an authorizer, and operations with a scope of a body. */
export function guardedIn(file: string): number {
  const { resource } = readJson<{
    resource: Record<string, Record<string, { authorizer_id?: string; body?: string }>>;
  }>(file);
  const methods = Object.values(resource.aws_api_gateway_method ?? {}).filter(({ authorizer_id }) => authorizer_id);
  const bodies = Object.values(resource.aws_api_gateway_rest_api ?? {}).map(({ body = '' }) => body);
  return methods.length + bodies.join().split('reports/read').length - 1;
}

/** Its fastest usual way. */
export const cdk = (outdir: string, routes: number): Contestant => ({
  name: 'aws-cdk-lib with tsx',
  routes,
  command: [
    ...['-r', `${peerFolder}/node_modules/tsx/dist/cjs/index.cjs`],
    ...[`${peerFolder}/app.ts`, String(routes), outdir],
  ],
  cwd: workspace,
  guardedRoutes() {
    const { Resources } = readJson<{ Resources: Record<string, { Properties?: { AuthorizerId?: object } }> }>(
      join(outdir, 'bench.template.json'),
    );
    return Object.values(Resources).filter(({ Properties }) => Properties?.AuthorizerId).length;
  },
});

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
