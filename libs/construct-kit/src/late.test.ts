import { synth } from '@gatehouse/testing';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import { isLate, numberText, policyDocument } from './index';

describe('what is known when Terraform runs only', () => {
  it('is a number in a text', () => {
    const { output } = synth((stack) => {
      const { numberValue } = new TerraformVariable(stack, 'most', { type: 'number' });
      new TerraformOutput(stack, 'text', { value: `At most ${numberText(numberValue)}, at least ${numberText(5)}` });
    });

    expect(output.text?.value).toBe('At most ${var.most}, at least 5');
  });

  it('is the element that stands for a list', () => {
    synth((stack) => {
      const { listValue, stringValue } = new TerraformVariable(stack, 'arns', { type: 'list(string)' });

      expect([listValue, listValue[0], stringValue].map(isLate)).toEqual([true, true, true]);
      expect(['${var.arn}', '#{a}', 5, undefined, []].map(isLate)).toEqual([false, false, false, false, false]);
    });
  });

  it('is a list of a policy', () => {
    const { output } = synth((stack) => {
      const { listValue } = new TerraformVariable(stack, 'arns', { type: 'list(string)' });
      const Resource = listValue.map((arn) => arn);
      new TerraformOutput(stack, 'policy', {
        value: policyDocument([{ Effect: 'Allow', Action: ['s3:GetObject'], Resource }]),
      });
    });

    expect(output.policy?.value).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":${jsonencode(var.arns)}}]}',
    );
  });
});
