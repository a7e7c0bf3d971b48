import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../src/workspace';

/** Libraries whose README has an example, by the name of the file that it becomes. */
const EXAMPLES: Readonly<Record<string, string>> = {
  cognito: 'libs/cognito',
  environment: 'libs/environment',
  functions: 'libs/functions',
  gateway: 'libs/gateway',
  local: 'tools/local',
  nx: 'tools/nx-cdktf',
  platform: 'libs/platform',
  review: 'tools/plan-review',
  surface: 'libs/surface',
};

/** Puts the examples into one app, as someone does who has them from their READMEs. */
const MAIN = `
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LambdaFunction, Code } from '@gatehouse/functions';
import { synthEnvironments } from '@gatehouse/platform';
import { App, TerraformStack } from 'cdktf';
import { PeopleStack } from './cognito';
import { OrdersStack } from './functions';
import { ReportsStack } from './gateway';
import dev from './platform';

const out = process.argv[2] ?? 'out';
mkdirSync(out);
const app = new App({ outdir: join(out, 'constructs') });
const provided = <T extends TerraformStack>(stack: T): T => {
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  return stack;
};
provided(new PeopleStack(app));
provided(new OrdersStack(app, { arn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders' }));
const services = provided(new TerraformStack(app, 'services'));
const service = new LambdaFunction(services, 'service', {
  functionName: 'acme-service',
  code: Code.bundle(join(__dirname, 'handler.ts')),
  live: {},
});
const users = { userPoolArn: 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123' };
const people = { guests: { granteeId: 'people_guest', roleName: 'acme-people-guest' } };
provided(new ReportsStack(app, users, people, service));
app.synth();
synthEnvironments([dev], { outdir: join(out, 'environment') });
`;

const HANDLER = `export const handler = async () => ({ statusCode: 200, body: '{}' });\n`;

/** Files of a project that uses the packages, by their path. */
export function projectFiles(): Record<string, string> {
  const examples = Object.entries(EXAMPLES).map(([name, root]) => [`${name}.ts`, exampleOf(root)]);
  return {
    ...Object.fromEntries(examples),
    'main.ts': MAIN,
    'handler.ts': HANDLER,
    'plan.json': readFileSync(join(WORKSPACE, 'libs/surface/fixtures/planned-only/created.plan.json'), 'utf8'),
  };
}

/** The first block of TypeScript in a README. */
function exampleOf(root: string): string {
  const [, code] = /^```ts\n([^]*?)^```$/m.exec(readFileSync(join(WORKSPACE, root, 'README.md'), 'utf8')) ?? [];
  if (code === undefined) throw new Error(`${root}/README.md: expected an example in TypeScript, found none`);
  return code;
}
