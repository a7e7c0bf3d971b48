import { join, resolve } from 'node:path';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import galleryHttpApi from '../gallery/http-api';
import { addProvider } from '../kitchen-sink/provider';
import { kitchenSinkHttp } from './kitchen-sink-http';

// Synthesizes the stack into the folder that is named. AWS_ENDPOINT_URL says which emulator it is for.
const [, , outdir = join(__dirname, 'cdktf.out')] = process.argv;
const app = new App({ outdir: resolve(outdir) });
const stack = new TerraformStack(app, 'kitchen-sink-http');
new LocalBackend(stack, { path: 'terraform.tfstate' });
addProvider(stack);
galleryHttpApi(stack);
kitchenSinkHttp(stack);
app.synth();
