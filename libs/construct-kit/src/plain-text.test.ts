import { synth } from '@gatehouse/testing';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import { plainText } from './index';

it('leaves a text as it is, and references what they are', () => {
  const { output } = synth((stack) => {
    const { stringValue } = new TerraformVariable(stack, 'name', { type: 'string' });
    const value = plainText(`${stringValue} for $${stringValue}: @keyframes a{0%{opacity:0}} \${x} $\${x} 5% {a}`);
    new TerraformOutput(stack, 'text', { value });
  });

  expect(output.text?.value).toBe(
    '${var.name} for ${"$"}${var.name}: @keyframes a{0%%{opacity:0}} $${x} $$${x} 5% {a}',
  );
});
