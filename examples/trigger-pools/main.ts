import { join, resolve } from 'node:path';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { addProvider } from '../kitchen-sink/provider';
import { triggerPools } from './trigger-pools';

// Synthesizes the stack into the folder that is named; its functions have the code of the folder that is named after it.
// AWS_ENDPOINT_URL says which emulator it is for.
const [, , outdir, code] = process.argv as string[];
const app = new App({ outdir: resolve(outdir!) });
const stack = new TerraformStack(app, 'triggers');
new LocalBackend(stack, { path: 'terraform.tfstate' });
addProvider(stack);
triggerPools(stack, (file) => join(resolve(code!), file));
app.synth();
