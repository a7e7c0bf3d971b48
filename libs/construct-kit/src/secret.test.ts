import { synth } from '@gatehouse/testing';
import { TerraformOutput, type TerraformStack } from 'cdktf';
import { Secret } from './secret';

const arn = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:google-AbCdEf';
const parameter = (name: string) => `arn:aws:ssm:eu-west-1:111111111111:parameter/${name}`;

const valueOf = (secret: Secret) => {
  const { data, output } = synth((stack: TerraformStack) => {
    new TerraformOutput(stack, 'value', { value: secret.value(stack, 'google'), sensitive: true });
  });
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
  ])('is parameter/%s, decrypted', (suffix, name) => {
    expect(valueOf(Secret.parameter({ arn: parameter(suffix) }))).toEqual({
      data: { aws_ssm_parameter: { google: { name, with_decryption: true } } },
      value: '${data.aws_ssm_parameter.google.value}',
    });
  });

  it.each([
    ['the ARN of a secret', Secret.secretsManager({ arn: 'google' })],
    ['the ARN of a secret', Secret.secretsManager({ arn: parameter('google') })],
    ['the ARN of a parameter', Secret.parameter({ arn: '/acme/google' })],
    ['the name of a field', Secret.secretsManager({ arn }, { field: '' })],
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
