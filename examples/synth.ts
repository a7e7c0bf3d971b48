import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';

/** An example: adds to the stack what it shows. */
export type Example = (stack: Construct) => void;

// Synthesizes each file of `gallery` as a stack of its name into the folder that is named.
const load = createRequire(__filename);
const app = new App({ outdir: resolve(process.argv[2] ?? join(__dirname, 'cdktf.out')) });
for (const file of readdirSync(join(__dirname, 'gallery')).filter((name) => name.endsWith('.ts'))) {
  const stack = new TerraformStack(app, basename(file, '.ts'));
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const { default: example } = load(join(__dirname, 'gallery', file)) as { default: Example };
  example(stack);
}
app.synth();
