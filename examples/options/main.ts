import { join } from 'node:path';
import { snakeCase } from '@gatehouse/construct-kit';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { addChangedHttp, httpOptions } from '@gatehouse/gateway/testing/http-options';
import { addChanged, type ChangedOption, options } from '@gatehouse/gateway/testing/options';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { addProvider } from '../kitchen-sink/provider';

// Synthesizes an API for each option, by each definition, into the folder that is named: before the option changes, or `after` it.
const [, , outdir, when] = process.argv;
const app = new App({ outdir });
const stack = new TerraformStack(app, 'options');
new LocalBackend(stack, { path: 'terraform.tfstate' });
addProvider(stack);
const check = new LambdaFunction(stack, 'check', {
  functionName: 'options-check',
  code: Code.bundle(join(__dirname, 'check-handler.ts')),
  live: {},
});

for (const definition of ['resources', 'openapi'] as const) {
  for (const changed of options.filter(isTried)) {
    const id = `${definition}-${changed.part}-${changed.option}`;
    // Each API has a name of its own.
    const to = changed.option === 'name' && changed.part === 'api' ? { name: `${id}-other` } : changed.to;
    // A small API: there are many.
    const has = (part: string) => part === changed.part || (part === 'kept' && changed.option === 'cache');
    const made = when === 'after' ? [{ ...changed, to }] : [];
    const { restApiId } = addChanged(stack, id, { definition, check, name: id, made, has });
    addOutput(id, restApiId, stageOf(changed, 'dev'));
  }
}
for (const changed of httpOptions) {
  const id = `http-${changed.part}-${changed.option}`;
  const { apiId } = addChangedHttp(stack, id, when === 'after' ? [changed] : []);
  addOutput(id, apiId, stageOf(changed, '$default'));
}
app.synth();

function addOutput(id: string, apiId: string, stageName: string): void {
  new TerraformOutput(stack, `${id}-output`, {
    value: { id: apiId, stage: stageName, name: snakeCase(id) },
  }).overrideLogicalId(id);
}

function stageOf({ part, option }: Pick<ChangedOption, 'option' | 'part'>, name: string): string {
  return when === 'after' && part === 'stage' && option === 'name' ? 'v2' : name;
}

/** AWS knows no certificate of that id. */
function isTried({ option }: ChangedOption): boolean {
  return option !== 'clientCertificate';
}
