import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { SfnStateMachine } from '@cdktf/provider-aws/lib/sfn-state-machine';
import { type Construct } from 'constructs';

/** Two state machines: an execution of the first is started, one of the second is waited for. */
export function makeMachines(stack: Construct, prefix: string): Record<'standard' | 'express', SfnStateMachine> {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'states.amazonaws.com' } };
  const { arn: roleArn } = new IamRole(stack, 'machines', {
    name: `${prefix}-machines`,
    assumeRolePolicy: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  });
  const make = (id: string, type: string, state: object) =>
    new SfnStateMachine(stack, id, {
      name: `${prefix}-${id}`,
      type,
      roleArn,
      definition: JSON.stringify({ StartAt: 'Only', States: { Only: state } }),
    });
  return {
    standard: make('standard', 'STANDARD', { Type: 'Wait', Seconds: 3600, End: true }),
    express: make('express', 'EXPRESS', { Type: 'Pass', Parameters: { 'hello.$': '$.name' }, End: true }),
  };
}
