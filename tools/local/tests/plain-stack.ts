import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const REGION = 'eu-west-1';
const SERVICES = [
  'acm',
  'apigateway',
  'apigatewayv2',
  'cloudwatch',
  'cognitoidentity',
  'cognitoidp',
  'dynamodb',
  'ec2',
  'elbv2',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  'route53',
  's3',
  'sns',
  'sqs',
  'sts',
  'wafv2',
];

/** Files of a function that runs `code.zip`. */
export const FUNCTION = join(__dirname, 'function');

/** Terraform files of a test, in a folder of their own, with a provider that talks to an emulator. */
export class PlainStack {
  readonly app = 'emulator';
  readonly dependencies = [];
  readonly root = mkdtempSync(join(tmpdir(), 'gatehouse-plain-'));
  readonly directory = join(this.root, 'stack');
  readonly workDirectory = join(this.root, 'work');

  /** @param sources folders of its `.tf` files */
  constructor(
    readonly name: string,
    sources: readonly string[],
    private readonly endpoint: string,
  ) {
    mkdirSync(this.directory);
    for (const source of sources) {
      for (const file of readdirSync(source).filter((each) => each.endsWith('.tf'))) {
        copyFileSync(join(source, file), join(this.directory, file));
      }
    }
  }

  /** An archive of a function: `index.js` alone. */
  archive(name: string, code: string): void {
    writeFileSync(join(this.directory, `${name}.zip`), zipSync({ 'index.js': strToU8(code) }));
  }

  configure(more: object = {}, defaultTags: Record<string, string> = {}): void {
    const config = {
      terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } },
      provider: { aws: [this.provider(defaultTags)] },
      ...more,
    };
    writeFileSync(join(this.directory, 'cdk.tf.json'), JSON.stringify(config));
  }

  private provider(tags: Record<string, string>): object {
    return {
      region: REGION,
      access_key: 'test',
      secret_key: 'test',
      skip_credentials_validation: true,
      allowed_account_ids: ['123456789012'],
      s3_use_path_style: true,
      default_tags: [{ tags }],
      endpoints: [Object.fromEntries(SERVICES.map((service) => [service, this.endpoint]))],
    };
  }
}
