import { join, resolve } from 'node:path';
import { LocalBackend, App, TerraformStack } from 'cdktf';
import { addProvider } from './provider';
import { kitchenSink } from './kitchen-sink';

// Synthesizes the stack into the folder that is named. AWS_ENDPOINT_URL says which emulator it is for.
const [, , outdir = join(__dirname, 'cdktf.out')] = process.argv;
const app = new App({ outdir: resolve(outdir) });
const stack = new TerraformStack(app, 'kitchen-sink');
// Terraform takes the path from the folder of the stack, so one stack can be applied from two copies.
new LocalBackend(stack, { path: 'terraform.tfstate' });
addProvider(stack);
kitchenSink(stack);
app.synth();
