import { type Aws } from './aws';
import { type Gap, gapsFrom } from './gap';

const roleArn = 'arn:aws:iam::123456789012:role/machine';
const states = { Greet: { Type: 'Pass', Parameters: { 'hello.$': '$.name' }, End: true } };
const definition = JSON.stringify({ StartAt: 'Greet', States: states });
const arnOf = (name: string) => `arn:aws:states:eu-west-1:123456789012:stateMachine:${name}`;

/** Starts with a machine of each type; moto makes both standard ones. */
const gap = gapsFrom(async (aws) => {
  await aws.states('CreateStateMachine', { name: 'standard', definition, roleArn });
  await aws.states('CreateStateMachine', { name: 'express', definition, roleArn, type: 'EXPRESS' });
  return {};
});

const run = (aws: Aws, name: string, input: string) =>
  aws.states('StartSyncExecution', { stateMachineArn: arnOf(name), input });

/** Gaps of Step Functions. */
export const stateMachines: Gap[] = [
  gap('Step Functions: ValidateStateMachineDefinition', async (aws) => {
    const checked = (text: string) => aws.states('ValidateStateMachineDefinition', { definition: text });
    expect(await checked(definition)).toMatchObject({ result: 'OK', diagnostics: [] });
    const astray = { ...states.Greet, End: undefined, Next: 'Nowhere' };
    expect(await checked(JSON.stringify({ StartAt: 'Greet', States: { Greet: astray } }))).toMatchObject({
      result: 'FAIL',
      diagnostics: [{ severity: 'ERROR', code: 'MISSING_TRANSITION_TARGET', location: '/States/Greet/Next' }],
    });
    expect(await checked('{')).toMatchObject({ result: 'FAIL', diagnostics: [{ code: 'INVALID_JSON_DESCRIPTION' }] });
    expect(await checked('{"StartAt":"A"}')).toMatchObject({ diagnostics: [{ code: 'SCHEMA_VALIDATION_FAILED' }] });
  }),
  gap('Step Functions: CreateStateMachine keeps its type, and refuses what is no definition', async (aws) => {
    const type = async (name: string) =>
      (await aws.states('DescribeStateMachine', { stateMachineArn: arnOf(name) })).type;
    expect([await type('standard'), await type('express')]).toEqual(['STANDARD', 'EXPRESS']);
    const refused = { status: 400, code: 'InvalidDefinition' };
    const none = aws.states('CreateStateMachine', { name: 'none', definition: '{}', roleArn });
    await expect(none).rejects.toMatchObject(refused);
    const changed = aws.states('UpdateStateMachine', { stateMachineArn: arnOf('express'), definition: '{}' });
    await expect(changed).rejects.toMatchObject(refused);
  }),
  gap('Step Functions: ListStateMachineVersions', async (aws) => {
    const stateMachineArn = arnOf('standard');
    await aws.states('UpdateStateMachine', { stateMachineArn, definition, publish: true });
    const { stateMachineVersions } = await aws.states('ListStateMachineVersions', { stateMachineArn });
    expect(stateMachineVersions).toMatchObject([{ stateMachineVersionArn: `${stateMachineArn}:1` }]);
  }),
  gap('Step Functions: StartSyncExecution of an express state machine without tasks', async (aws) => {
    expect(await run(aws, 'express', '{"name":"Ada"}')).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"hello":"Ada"}',
      executionArn: expect.stringMatching(/:express:express:/),
    });
    expect(await run(aws, 'express', '{}')).toMatchObject({ status: 'FAILED' });
    await expect(run(aws, 'standard', '{}')).rejects.toMatchObject({ code: 'StateMachineTypeNotSupported' });
    await expect(run(aws, 'express', '{')).rejects.toMatchObject({ code: 'InvalidExecutionInput' });
    const task = { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true };
    await aws.states('CreateStateMachine', {
      ...{ name: 'task', roleArn, type: 'EXPRESS' },
      definition: JSON.stringify({ StartAt: 'Task', States: { Task: task } }),
    });
    await expect(run(aws, 'task', '{}')).rejects.toMatchObject({
      status: 501,
      reason: expect.stringContaining(
        'StartSyncExecution of a state machine with the task arn:aws:states:::sns:publish',
      ),
    });
  }),
];
