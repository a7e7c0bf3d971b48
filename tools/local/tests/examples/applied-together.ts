import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { Aws } from '../gaps';
import { addZone, removeZone } from '../gaps/hosted-zone';
import { type PlainStack } from '../plain-stack';

const DEFINED_ELSEWHERE = ['check', 'check-partner', 'orders', 'reports'];
const ZONE = 'example.com';

/** Its resources are those of the kitchen sink of REST APIs, which is applied by itself. */
const IN_THE_SINK = 'rest-aws-services';

/** Names of the examples that have an API, among synthesized stacks. */
export const withAnApi = (stacks: string): readonly string[] =>
  readdirSync(stacks).filter((name) => name !== IN_THE_SINK && /"aws_api_?gateway/.test(textOf(stacks, name)));

/**
 * Examples as modules of one stack, so that one apply makes them all. They are for accounts of their own: here names begin with that of
 * the example, and what exists elsewhere is made by hand.
 */
export class AppliedTogether {
  private readonly aws: Aws;
  private zone = '';

  constructor(
    private readonly stack: PlainStack,
    endpoint: string,
  ) {
    this.aws = new Aws(endpoint);
  }

  /** @param stacks the folder of the synthesized stacks */
  async add(stacks: string, names: readonly string[]): Promise<void> {
    await this.makeFunctions();
    this.zone = await addZone(this.aws, ZONE);
    const subnets = await this.subnets();
    names.forEach((name, index) => {
      const text = textOf(stacks, name)
        .replaceAll('acme', `acme${index}`)
        .replaceAll(/(?<=\b(?:api|orders|reports)\.)example\.com/g, `e${index}.${ZONE}`)
        .replaceAll('111111111111', '123456789012')
        .replaceAll('Z0123456789ABCDEFGHIJ', this.zone)
        .replaceAll(/subnet-\w*([01])"/g, (_, last: string) => `${subnets[Number(last)]}"`)
        .replaceAll('"deletion_protection": "ACTIVE"', '"deletion_protection": "INACTIVE"');
      const { data, resource } = JSON.parse(text) as Record<'data' | 'resource', object | undefined>;
      const assets = join(stacks, name, 'assets');
      // Paths of archives are those below the stack.
      if (existsSync(assets)) cpSync(assets, join(this.stack.directory, 'assets'), { recursive: true });
      mkdirSync(join(this.stack.directory, name));
      writeFileSync(join(this.stack.directory, name, 'main.tf.json'), JSON.stringify({ data, resource }));
    });
    this.stack.configure({ module: Object.fromEntries(names.map((name) => [name, { source: `./${name}` }])) });
  }

  /** Takes away what was made by hand. */
  async close(): Promise<void> {
    await removeZone(this.aws, this.zone);
    for (const name of DEFINED_ELSEWHERE) await this.aws.rest('lambda', 'DELETE', `/2015-03-31/functions/${name}`);
    await this.aws.iam('DeleteRole', { RoleName: 'elsewhere' });
  }

  private async makeFunctions(): Promise<void> {
    const Role = 'arn:aws:iam::123456789012:role/elsewhere';
    const AssumeRolePolicyDocument = '{"Version":"2012-10-17","Statement":[]}';
    await this.aws.iam('CreateRole', { RoleName: 'elsewhere', AssumeRolePolicyDocument });
    const ZipFile = Buffer.from(zipSync({ 'index.js': Buffer.from('exports.handler = () => 1') })).toString('base64');
    for (const FunctionName of DEFINED_ELSEWHERE) {
      const how = { Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { ZipFile } };
      await this.aws.rest('lambda', 'POST', '/2015-03-31/functions', { FunctionName, Role, ...how });
    }
  }

  /** Those of the network that every account has. */
  private async subnets(): Promise<readonly string[]> {
    const answer = await this.aws.ec2('DescribeSubnets');
    return [...answer.matchAll(/<subnetId>([^<]*)/g)].map(([, id]) => id!);
  }
}

const textOf = (stacks: string, name: string): string => readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8');
