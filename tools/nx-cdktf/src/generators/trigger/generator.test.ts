import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FsTree } from 'nx/src/generators/tree';
import triggerGenerator, { type TriggerOptions } from './generator';
import { nextSteps } from './next-steps';
import { triggers } from './triggers';

const checkout = resolve(__dirname, '../../../../..');

describe('the trigger generator', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-trigger-'));
    mkdirSync(join(root, 'apps/orders'), { recursive: true });
    writeFileSync(join(root, 'apps/orders/package.json'), '{ "name": "@gatehouse/orders" }');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function generate(options: TriggerOptions): Record<string, string> {
    const tree = new FsTree(root, false);
    triggerGenerator(tree, options);
    return Object.fromEntries(tree.listChanges().map(({ content, path }) => [path, String(content)]));
  }

  it('writes a service of the name of the trigger, with its test and its event', () => {
    const files = generate({ trigger: 'pre-sign-up' });

    const names = [
      'README.md',
      'package.json',
      'src/index.test.ts',
      'src/index.ts',
      'testing/event.json',
      'tsconfig.json',
    ];
    expect(Object.keys(files).sort()).toEqual(names.map((name) => `apps/pre-sign-up/${name}`));
    expect(JSON.parse(files['apps/pre-sign-up/package.json']!)).toEqual({
      name: '@gatehouse/pre-sign-up',
      version: '0.0.0',
      private: true,
      license: 'Apache-2.0',
      type: 'commonjs',
      nx: { name: 'pre-sign-up', tags: ['type:service'] },
    });
  });

  it.each([
    [undefined, '2'],
    ['V1_0', '1'],
    ['V3_0', '3'],
  ])('writes version %s of the event of pre-token-generation', (event, version) => {
    const files = generate({ trigger: 'pre-token-generation', service: 'tenant-claims', event });

    expect(JSON.parse(files['apps/tenant-claims/testing/event.json']!)).toMatchObject({ version });
  });

  it('writes an SMS sender that differs from the e-mail sender in all that is about e-mail', () => {
    const files = generate({ trigger: 'custom-sms-sender', service: 'texter' });

    expect(Object.values(files).join('\n')).not.toMatch(/e-?mail/i);
    expect(JSON.parse(files['apps/texter/testing/event.json']!)).toMatchObject({
      triggerSource: 'CustomSMSSender_SignUp',
      request: { type: 'customSMSSenderRequestV1', userAttributes: { phone_number: '+12065550100' } },
    });
  });

  it('gives senders the versions of the AWS Encryption SDK that are installed here', () => {
    const { dependencies } = JSON.parse(
      generate({ trigger: 'custom-email-sender' })['apps/custom-email-sender/package.json']!,
    ) as {
      dependencies: Record<string, string>;
    };

    const installed = Object.keys(dependencies).map((name) => {
      const manifest = readFileSync(join(checkout, 'node_modules', name, 'package.json'), 'utf8');
      return [name, (JSON.parse(manifest) as { version: string }).version];
    });
    expect(Object.entries(dependencies)).toEqual(installed);
  });

  it('says what makes it a trigger', () => {
    const service = { name: 'tenant-claims', trigger: 'pre-token-generation', version: 'V2_0' };

    expect(nextSteps(triggers['pre-token-generation']!, service)).toContain(
      "  import { resourceName } from '@gatehouse/environment';\n  import { Code, LambdaFunction } from '@gatehouse/functions';\n\n" +
        "  const tenantClaims = new LambdaFunction(this, 'tenant-claims', { functionName: resourceName(this.environment, " +
        "'tenant-claims'), code: Code.service('tenant-claims') });\n" +
        "  this.users.addTrigger('preTokenGeneration', tenantClaims, { version: 'V2_0' });",
    );
  });

  it('says that a sender needs a key', () => {
    const text = nextSteps(triggers['custom-sms-sender']!, {
      name: 'texter',
      trigger: 'custom-sms-sender',
      version: undefined,
    });

    expect(text).toContain("import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';");
    expect(text).toContain("const codes = new KmsKey(this, 'codes', { enableKeyRotation: true });");
    expect(text).toContain("code: Code.service('texter'), variables: { KEY_ARN: codes.arn } });");
    expect(text).toContain("this.users.addTrigger('customSmsSender', texter, { key: codes });");
  });

  it.each<[TriggerOptions, string]>([
    [
      { trigger: 'pre-signup' },
      'A user pool has no trigger "pre-signup". Did you mean "pre-sign-up"?\nTriggers: pre-sign-up, post-confirmation, ',
    ],
    [{ trigger: 'nonsense' }, 'A user pool has no trigger "nonsense".\nTriggers: '],
    [
      { trigger: 'pre-token-generation', event: 'V4_0' },
      'The event of pre-token-generation has no version "V4_0".\nIts versions are V2_0, V1_0, V3_0.',
    ],
    [
      { trigger: 'pre-sign-up', event: 'V1_0' },
      'The event of pre-sign-up has no version "V1_0".\nIt has one version, so leave it out.',
    ],
    [{ trigger: 'pre-sign-up', service: 'orders' }, '"orders" is taken: apps/orders exists.'],
    [{ trigger: 'pre-sign-up', service: 'No Name' }, '"No Name" cannot be the name of a service.'],
  ])('refuses %j', (options, message) => {
    expect(() => generate(options)).toThrow(message);
  });
});
