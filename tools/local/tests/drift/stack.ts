import { zipSync } from 'fflate';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REGION = 'eu-west-1';
const SERVICES = [
  'acm',
  'apigateway',
  'cloudwatch',
  'cognitoidentity',
  'cognitoidp',
  'iam',
  'kms',
  'lambda',
  'logs',
  's3',
  'sns',
  'sts',
  'wafv2',
];

/** Every resource type our stacks use, each changeable attribute with a value before and one after an edit. */
export class DriftStack {
  readonly name = 'drift';
  readonly app = 'emulator';
  readonly dependencies = [];
  readonly root = mkdtempSync(join(tmpdir(), 'gatehouse-drift-'));
  readonly directory = join(this.root, 'stack');
  readonly workDirectory = join(this.root, 'work');

  constructor(private readonly endpoint: string) {
    mkdirSync(this.directory);
    for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.tf'))) {
      copyFileSync(join(__dirname, file), join(this.directory, file));
    }
    for (const version of ['a', 'b']) {
      const code = Buffer.from(`exports.handler = async () => '${version}';`);
      writeFileSync(join(this.directory, `${version}.zip`), zipSync({ 'index.js': code }));
    }
    this.write({ edited: false });
  }

  write({ edited }: { edited: boolean }): void {
    const config = {
      terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } },
      variable: { edited: { type: 'bool', default: edited } },
      provider: { aws: [this.provider(edited)] },
    };
    writeFileSync(join(this.directory, 'cdk.tf.json'), JSON.stringify(config));
  }

  private provider(edited: boolean): object {
    return {
      region: REGION,
      access_key: 'test',
      secret_key: 'test',
      skip_credentials_validation: true,
      allowed_account_ids: ['123456789012'],
      s3_use_path_style: true,
      default_tags: [{ tags: { environment: 'drift', edited: String(edited) } }],
      endpoints: [Object.fromEntries(SERVICES.map((service) => [service, this.endpoint]))],
    };
  }
}
