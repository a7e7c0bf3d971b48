import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { snakeCase } from '@gatehouse/construct-kit';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { addChangedHttp, httpOptions } from './http-options';
import { addChanged, type ChangedOption, options } from './options';

// Synthesizes an API for each option, by each definition, into the folder that is named: before the option changes, or `after` it.
const [, , outdir, when] = process.argv;
const app = new App({ outdir });
const stack = new TerraformStack(app, 'options');
new LocalBackend(stack, { path: 'terraform.tfstate' });
const endpoint = process.env.AWS_ENDPOINT_URL!;
new AwsProvider(stack, 'aws', {
  region: 'eu-west-1',
  accessKey: 'test',
  secretKey: 'test',
  skipCredentialsValidation: true,
  endpoints: [
    {
      apigateway: endpoint,
      apigatewayv2: endpoint,
      iam: endpoint,
      lambda: endpoint,
      logs: endpoint,
      sqs: endpoint,
      sts: endpoint,
    },
  ],
});
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
