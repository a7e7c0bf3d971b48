import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './stack';

/** A synthesized app in a folder of its own, as CDKTF leaves it. */
export class TestApp {
  constructor(readonly directory = temporaryFolder()) {}
  private readonly stacks: Record<string, object> = {};

  /** Of its stacks, as they were written. */
  get names(): string[] {
    return Object.keys(this.stacks);
  }

  /** Writes `cdk.tf.json` and the manifest; the state is in a bucket of the endpoint. */
  write(
    name: string,
    config: object,
    options: { endpoint: string; key?: string; bucket?: string; dependencies?: string[] },
  ): void {
    const workingDirectory = join('stacks', name);
    const output = join(this.directory, 'cdktf.out');
    mkdirSync(join(output, workingDirectory), { recursive: true });
    const backend = { s3: s3State(options.endpoint, options.key ?? name, options.bucket) };
    const { terraform, ...rest } = config as { terraform?: object };
    const json = { terraform: { ...terraform, backend }, ...rest };
    writeFileSync(join(output, workingDirectory, 'cdk.tf.json'), JSON.stringify(json, null, 2));
    this.stacks[name] = { name, workingDirectory, dependencies: options.dependencies ?? [] };
    writeFileSync(join(output, 'manifest.json'), JSON.stringify({ version: '0.21.0', stacks: this.stacks }));
  }
}

export function s3State(endpoint: string, key: string, bucket = 'state'): object {
  return {
    bucket,
    key: `${key}.tfstate`,
    region: 'eu-west-1',
    use_lockfile: true,
    use_path_style: true,
    skip_requesting_account_id: true,
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    endpoints: { s3: endpoint, sts: endpoint, iam: endpoint },
  };
}

/** The other stack's outputs, as a CDKTF cross-stack reference reads them. */
export const remoteState = (endpoint: string, key: string): object => ({
  terraform_remote_state: { upstream: { backend: 's3', config: s3State(endpoint, key) } },
});
