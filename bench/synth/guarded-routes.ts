import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Methods with an authorizer in what was written: proof that the measured work was done. */
export function guardedRoutesOfOurs(outdir: string): number {
  const { resource } = readJson<{ resource: Record<string, Record<string, { authorizer_id?: string }>> }>(
    join(outdir, 'stacks/dev-bench/cdk.tf.json'),
  );
  return Object.values(resource.aws_api_gateway_method ?? {}).filter(({ authorizer_id }) => authorizer_id).length;
}

export function guardedRoutesOfCdk(outdir: string): number {
  const { Resources } = readJson<{ Resources: Record<string, { Properties?: { AuthorizerId?: object } }> }>(
    join(outdir, 'bench.template.json'),
  );
  return Object.values(Resources).filter(({ Properties }) => Properties?.AuthorizerId).length;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
