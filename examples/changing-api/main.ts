import { join, resolve } from 'node:path';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { addProvider } from '../kitchen-sink/provider';
import { changingApis, type Step } from './changing-apis';

// Synthesizes the stack into the folder that is named, as it is at the step that is named. AWS_ENDPOINT_URL says which emulator
// it is for.
const [, , outdir = join(__dirname, 'cdktf.out'), step = 'first'] = process.argv;
const app = new App({ outdir: resolve(outdir) });
const stack = new TerraformStack(app, 'changing-api');
new LocalBackend(stack, { path: 'terraform.tfstate' });
addProvider(stack);
changingApis(stack, step as Step);
app.synth();
