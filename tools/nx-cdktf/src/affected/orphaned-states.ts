import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks } from '@gatehouse/terraform';

/** Where a stack of a removed environment kept its state, e.g. `s3://bucket/qa/api.tfstate`. */
export function orphanedStates(app: string): string[] {
  return readStacks(app).map(({ name, directory }) => {
    const { terraform } = JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')) as Stack;
    const { bucket, key } = terraform?.backend?.s3 ?? {};
    return bucket && key ? `s3://${bucket}/${key}` : `the backend of ${name}`;
  });
}

interface Stack {
  readonly terraform?: {
    readonly backend?: { readonly s3?: { readonly bucket?: string; readonly key?: string } };
  };
}
