import { join, resolve } from 'node:path';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { addProvider } from '../kitchen-sink/provider';
import { kitchenSinkRest } from './kitchen-sink-rest';

// Synthesizes the stack into the folder that is named. AWS_ENDPOINT_URL says which emulator it is for.
const [, , outdir = join(__dirname, 'cdktf.out')] = process.argv;
const app = new App({ outdir: resolve(outdir) });
const stack = new TerraformStack(app, 'kitchen-sink-rest');
// Terraform takes the path from the folder of the stack, so one stack can be applied from two copies.
new LocalBackend(stack, { path: 'terraform.tfstate' });
addProvider(stack);
kitchenSinkRest(stack);
app.synth();
