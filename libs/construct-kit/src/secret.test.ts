import { synth, validationErrors } from '@gatehouse/testing';
import { TerraformOutput, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { setAccount } from './account';
import { Secret } from './secret';

const arn = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:google-AbCdEf';
const parameter = (name: string) => `arn:aws:ssm:eu-west-1:111111111111:parameter/${name}`;

const read = (secret: Secret, account?: string) => (stack: TerraformStack) => {
  const scope = new Construct(stack, 'scope');
  if (account !== undefined) setAccount(scope, account);
  new TerraformOutput(stack, 'value', { value: secret.value(scope, 'google'), sensitive: true });
};

const valueOf = (secret: Secret, account?: string) => {
  const { data, output } = synth(read(secret, account));
  return { data, value: output.value?.value };
};

describe('the value of a secret, where AWS wants to have it', () => {
  it('is the whole secret', () => {
    expect(valueOf(Secret.secretsManager({ arn }))).toEqual({
      data: { aws_secretsmanager_secret_version: { google: { secret_id: arn } } },
      value: '${data.aws_secretsmanager_secret_version.google.secret_string}',
    });
  });

  it('is one field of a secret that is JSON', () => {
    expect(valueOf(Secret.secretsManager({ arn }, { field: 'client_secret' })).value).toBe(
      '${jsondecode(data.aws_secretsmanager_secret_version.google.secret_string).client_secret}',
    );
  });

  it.each([
    ['acme/google', '/acme/google'],
    ['google', 'google'],
  ])("is parameter/%s of the stack's own account, decrypted", (suffix, name) => {
    expect(valueOf(Secret.parameter({ arn: parameter(suffix) }), '111111111111')).toEqual({
      data: { aws_ssm_parameter: { google: { name, with_decryption: true } } },
      value: '${data.aws_ssm_parameter.google.value}',
    });
  });

  it.each([
    ['is another', '222222222222'],
    ['is not known', undefined],
  ])('is the parameter of the account that its ARN names, where the account of the stack %s', (_, account) => {
    expect(valueOf(Secret.parameter({ arn: parameter('google') }), account).data).toEqual({
      aws_ssm_parameter: { google: { name: parameter('google'), with_decryption: true } },
    });
  });

  it.each([
    ['parameter', Secret.parameter({ arn: 'arn:aws:ssm:us-east-1:222222222222:parameter/x' })],
    ['secretsManager', Secret.secretsManager({ arn: arn.replace('eu-west-1', 'us-east-1') })],
  ])('is of the region of the stack, where AWS is asked: %s', (kind, secret) => {
    expect(validationErrors(read(secret))).toEqual([
      `[test/scope] Secret.${kind}, arn: expected an ARN of eu-west-1, where the stack asks AWS for the value, found "${secret.arn}". ` +
        'Keep the secret in eu-west-1 too, or correct the region in the ARN.',
    ]);
  });

  it.each([
    ['the ARN of a secret', Secret.secretsManager({ arn: 'google' })],
    ['the ARN of a secret', Secret.secretsManager({ arn: parameter('google') })],
    ['the ARN of a parameter', Secret.parameter({ arn: '/acme/google' })],
    ['the name of a field', Secret.secretsManager({ arn }, { field: '' })],
    ['the name of a field', Secret.secretsManager({ arn }, { field: 'client"secret' })],
    ['the name of a field', Secret.secretsManager({ arn }, { field: 'client\\secret' })],
    ['the name of a field', Secret.secretsManager({ arn }, { field: 'client%{secret' })],
  ])('fails where Terraform would ask for something else: expected %s', (expected, wrong) => {
    expect(() => valueOf(wrong)).toThrow(
      new RegExp(`Secret\\.\\w+, (arn|field): expected ${expected}.*, found ".*"\\.`),
    );
  });

  it('is of a parameter whose ARN is known when Terraform runs', () => {
    const { data } = valueOf(Secret.parameter({ arn: '${var.arn}' }));
    expect(data).toEqual({ aws_ssm_parameter: { google: { name: '${var.arn}', with_decryption: true } } });
  });
});
