import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FunctionsUnderTest, caller } from '../testing/functions';
import { aFunction, aPermission, functionArn } from '../testing/surface';
import { NotPermittedError } from './function-error';

const tested = new FunctionsUnderTest();
const { archive, deploy, load, invoke } = tested;

describe('handlers', () => {
  it('return a promise', async () => {
    await deploy('exports.handler = async (event) => ({ got: event })');
    expect(await invoke({ a: 1 })).toEqual({ got: { a: 1 } });
  });

  it('call back', async () => {
    await deploy('exports.handler = (event, context, callback) => setTimeout(() => callback(null, event.a), 1)');
    expect(await invoke({ a: 1 })).toBe(1);
  });

  it('are ES modules, in folders, deep in an export', async () => {
    await deploy(
      { 'src/api.mjs': 'export const v1 = { handler: async () => import.meta.url.endsWith("src/api.mjs") }' },
      {
        handler: 'src/api.v1.handler',
      },
    );
    expect(await invoke()).toBe(true);
  });

  it('are CommonJS that no export scanner can read', async () => {
    await deploy('const name = "hand" + "ler"; module.exports = { [name]: async () => 1 }');
    expect(await invoke()).toBe(1);
  });

  it('read the other files of the archive', async () => {
    await deploy({
      'index.js': 'exports.handler = async () => require("./lib/data.json").title',
      'lib/data.json': '{"title":"Q3"}',
    });
    expect(await invoke()).toBe('Q3');
  });

  it('answer null for nothing', async () => {
    await deploy('exports.handler = async () => undefined');
    expect(await invoke()).toBeNull();
  });

  it('get a context', async () => {
    await deploy(
      'exports.handler = async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() })',
    );
    expect(await invoke()).toEqual({
      functionName: 'reports',
      functionVersion: '$LATEST',
      invokedFunctionArn: functionArn,
      memoryLimitInMB: '128',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      logGroupName: '/aws/lambda/reports',
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
      left: expect.any(Number),
    });
  });

  it('print with their name and the id of the request', async () => {
    await deploy('exports.handler = async () => { console.log("one\\ntwo"); console.error("three") }');
    await invoke();
    await tested.functions.stop();
    const id = tested.output[0]!.split(' ')[1];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(tested.output.sort()).toEqual([
      `reports: ${id} ERROR three`,
      `reports: ${id} INFO one`,
      `reports: ${id} INFO two`,
    ]);
  });
});

describe('the environment', () => {
  it('is the function’s and the runtime’s own, nothing of this process', async () => {
    await deploy('exports.handler = async () => process.env', { environment: { TABLE: 'reports' } });
    expect(await invoke()).toEqual({
      TABLE: 'reports',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_FUNCTION_NAME: 'reports',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/reports',
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      LAMBDA_TASK_ROOT: expect.any(String),
      _HANDLER: 'index.handler',
      TZ: ':UTC',
    });
  });
});

describe('the thread', () => {
  it('runs the code as deployed, without the TypeScript loader that runs the gateway', () => {
    archive({ 'index.js': 'exports.handler = async () => [".ts" in require.extensions, process.execArgv]' });
    const lambda = aFunction();
    const script = `
      const { createFunctions } = require('./functions');
      const functions = createFunctions({ roots: [${JSON.stringify(tested.root)}], onOutput: console.error });
      functions.load({ functions: [${JSON.stringify(lambda)}], functionPermissions: [${JSON.stringify(aPermission())}] })
        .then(() => functions.invoke(${JSON.stringify(lambda.arn)}, '{}', ${JSON.stringify(caller)}))
        .then(console.log)
        .finally(() => functions.stop());`;
    const options = { cwd: __dirname, encoding: 'utf8' } as const;
    const register = resolve(__dirname, '../../../../../register-ts.cjs');
    expect(execFileSync(process.execPath, ['-r', register, '-e', script], options)).toBe('[false,[]]\n');
  });
});

describe('failing functions', () => {
  const rejects = (message: string | RegExp) => rejectsWith({}, message);
  const rejectsWith = (event: object, message: string | RegExp) => expect(invoke(event)).rejects.toThrow(message);

  it('fails when it throws, and prints the stack', async () => {
    await deploy('exports.handler = async () => { throw new TypeError("boom") }');
    await rejects('function reports: TypeError: boom');
    await tested.functions.stop();
    expect(tested.output[0]).toMatch(/^reports: [0-9a-f-]{36} ERROR TypeError: boom$/);
  });

  it('fails when it throws before it returns a promise, or calls back an error', async () => {
    await deploy(
      'exports.handler = (e, c, callback) => { if (e.late) return callback(new Error("late")); throw new Error("now") }',
    );
    await rejects('Error: now');
    await expect(invoke({ late: true })).rejects.toThrow('Error: late');
  });

  it('fails when its code cannot be loaded', async () => {
    await deploy('throw new Error("at start")');
    await rejects('Error: at start');
  });

  it('fails when the handler is not there', async () => {
    await deploy('exports.other = 1');
    await rejects('handler "index.handler": index exports no function handler');
    await deploy({ 'other.js': '' });
    await rejects('handler "index.handler": the archive has no index.js, .mjs or .cjs');
  });

  it('fails after its own timeout, and the next call gets a new instance', async () => {
    await deploy(
      'let calls = 0; exports.handler = (e) => { if (e.hang) while (true); return Promise.resolve(++calls) }',
      {
        timeout: 2,
      },
    );
    expect(await invoke()).toBe(1);
    await expect(invoke({ hang: true })).rejects.toThrow('function reports: Task timed out after 2.00 seconds');
    expect(await invoke()).toBe(1);
  });

  it('has its whole timeout for the handler: loading the code does not count', async () => {
    await deploy(
      'const began = Date.now(); while (Date.now() < began + 1100);' +
        'exports.handler = async (e, c) => Date.now() + c.getRemainingTimeInMillis() - began >= 61_000',
      { timeout: 60 },
    );
    expect(await invoke()).toBe(true);
  });

  it('fails when it ends its process, and the next call gets a new instance', async () => {
    await deploy('exports.handler = async (e) => e.exit ? process.exit(3) : 1');
    await expect(invoke({ exit: true })).rejects.toThrow('it exited with code 3 before it answered');
    expect(await invoke()).toBe(1);
  });

  it('takes 6 MB and no more', async () => {
    await deploy('exports.handler = async ({ text }) => text.length');
    const limit = 6_291_456;
    expect(await invoke({ text: 'x'.repeat(limit - 11) })).toBe(limit - 11);
    await expect(invoke({ text: 'x'.repeat(limit - 10) })).rejects.toThrow(
      'function reports: Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    );
  });

  it('answers 6 MB and no more', async () => {
    await deploy('exports.handler = async ({ length }) => "x".repeat(length)');
    expect(await invoke({ length: 6_291_554 })).toHaveLength(6_291_554);
    await rejectsWith(
      { length: 6_291_555 },
      'Function.ResponseSizeTooLarge: Response payload size exceeded maximum allowed',
    );
  });

  it('fails when its runtime is not Node', async () => {
    await load(aFunction({ runtime: 'python3.13' }));
    await rejects('function reports: runtime python3.13 cannot be run here, only nodejs can');
  });

  it('fails when no permission lets the caller in, without being called', async () => {
    archive({ 'index.js': 'console.log("called"); exports.handler = async () => 1' });
    await tested.functions.load({ functions: [aFunction()], functionPermissions: [] });
    const call = invoke();
    await expect(call).rejects.toThrow(NotPermittedError);
    await expect(call).rejects.toThrow(`no aws_lambda_permission lets ${caller.sourceArn} call function reports`);
    await tested.functions.stop();
    expect(tested.output).toEqual([]);
  });

  it('fails when it is not deployed', async () => {
    await rejects(`function ${functionArn} is not deployed`);
  });

  it('fails to load when there is no archive, naming the function and the folders', async () => {
    await expect(load(aFunction({ filename: 'gone.zip' }))).rejects.toThrow(
      `aws_lambda_function.reports: expected the archive that was deployed, found none (gone.zip in ${tested.root}); build and deploy the function first`,
    );
  });

  it('fails to load what is no zip, or writes outside its folder', async () => {
    writeFileSync(join(tested.root, 'reports.zip'), 'text');
    await expect(load(aFunction())).rejects.toThrow(/reports\.zip: not a zip archive/);
    archive({ '../../escape.js': '' });
    await expect(load(aFunction())).rejects.toThrow(/would be written outside its folder/);
  });
});
