import { synth } from '@gatehouse/testing';
import { TerraformOutput, type TerraformStack, TerraformVariable } from 'cdktf';
import { LambdaFunction } from './lambda-function';

const arn = 'arn:aws:lambda:eu-west-1:111111111111:function:orders';

function known(make: (stack: TerraformStack) => string): unknown {
  const { output } = synth((stack) => {
    const { functionName, functionArn, invokeArn, qualifier } = LambdaFunction.fromArn(stack, 'orders', make(stack));
    new TerraformOutput(stack, 'all', { value: { functionName, functionArn, invokeArn, qualifier } });
  });
  return output.all?.value;
}

describe('a function that exists', () => {
  it('is called by its ARN', () => {
    expect(known(() => arn)).toEqual({
      functionName: arn,
      functionArn: arn,
      invokeArn: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
    });
  });

  it('may be an alias or a version', () => {
    expect(known(() => `${arn}:live`)).toEqual({
      functionName: arn,
      functionArn: `${arn}:live`,
      qualifier: 'live',
      invokeArn: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}:live/invocations`,
    });
  });

  it('may be in another partition', () => {
    const there = arn.replace('aws', 'aws-cn').replace('eu-west-1', 'cn-north-1');

    expect(known(() => there)).toMatchObject({
      invokeArn: `arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/${there}/invocations`,
    });
  });

  it('may have an ARN that Terraform knows when it runs', () => {
    expect(known((stack) => new TerraformVariable(stack, 'arn', {}).stringValue)).toMatchObject({
      invokeArn:
        'arn:${element(split(":", var.arn), 1)}:apigateway:${element(split(":", var.arn), 3)}' +
        ':lambda:path/2015-03-31/functions/${var.arn}/invocations',
    });
  });

  it.each(['orders', 'arn:aws:iam::111111111111:role/orders', `${arn}:`])('fails when its ARN is %s', (text) => {
    expect(() => known(() => text)).toThrow('test/orders, arn: expected the ARN of a function');
  });
});
