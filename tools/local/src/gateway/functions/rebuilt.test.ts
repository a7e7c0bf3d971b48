import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@gatehouse/testing/until';
import { FunctionsUnderTest } from '../testing/functions';
import { aFunction } from '../testing/surface';

const keys = { accessKeyId: 'ASIAROLE', secretAccessKey: 'secret', sessionToken: 'token' };
const credentialsOf = () => Promise.resolve({ ...keys, expiration: '2999-01-01T00:00:00Z' });
const tested = new FunctionsUnderTest({ services: 'apps', aws: { endpoint: 'http://127.0.0.1:4599', credentialsOf } });
const { archive, deploy, invoke, load } = tested;

const answers = (text: string) => ({ 'index.js': `let calls = 0; exports.handler = async () => "${text} " + ++calls` });
const slow = (text: string) =>
  `exports.handler = () => { console.log("started"); return new Promise((resolve) => setTimeout(resolve, 200, "${text}")) }`;
const built = 'apps/reports/dist/reports.zip';

describe('a handler that is built again', () => {
  it('is served at once', async () => {
    await deploy(answers('deployed'));
    expect(await invoke()).toBe('deployed 1');

    archive(answers('built'), built);
    expect(await invoke()).toBe('built 1');
    archive(answers('built again'), built);
    expect(await invoke()).toBe('built again 1');
  });

  it('is served where the archive that was deployed is written again', async () => {
    await deploy(answers('deployed'));
    expect(await invoke()).toBe('deployed 1');

    archive(answers('written again'));
    expect(await invoke()).toBe('written again 1');
  });

  it('stays warm when its code is the same', async () => {
    await deploy(answers('deployed'));
    expect(await invoke()).toBe('deployed 1');

    archive(answers('deployed'), built);
    expect(await invoke()).toBe('deployed 2');
  });

  it('still answers the calls that came before', async () => {
    await deploy(slow('before'));
    const before = invoke();
    await until(() => tested.output.some((line) => line.endsWith('started')));
    archive(answers('after'), built);

    for (const answer of await Promise.all([invoke(), invoke()])) expect(answer).toMatch(/^after/);
    expect(await before).toBe('before');
  });

  it('fails while its archive is broken, and is served when it is mended', async () => {
    await deploy(answers('deployed'));
    archive(answers('broken'), built);
    writeFileSync(join(tested.root, built), 'no archive');
    await expect(invoke()).rejects.toThrow(
      /^function reports: aws_lambda_function\.reports: .*reports\.zip: not a zip archive/,
    );

    archive(answers('mended'), built);
    expect(await invoke()).toBe('mended 1');
  });

  it('is served as it was when no archive is left', async () => {
    await deploy(answers('deployed'));
    rmSync(join(tested.root, 'reports.zip'));
    expect(await invoke()).toBe('deployed 1');
  });

  it('is run without an archive that was deployed, which a synthesis removes', async () => {
    archive(answers('built'), built);
    await load(aFunction({ filename: 'assets/old/reports.zip' }));
    expect(await invoke()).toBe('built 1');
  });
});

it('a function finds AWS where the emulator is, with credentials that it takes', async () => {
  await deploy('exports.handler = async () => process.env', { environment: { TABLE: 'reports' } });

  expect(await invoke()).toMatchObject({
    TABLE: 'reports',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4599',
    AWS_ACCESS_KEY_ID: 'ASIAROLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
});
