import { existsSync } from 'node:fs';
import { until } from '@gatehouse/testing/until';
import { caller, FunctionsUnderTest } from '../testing/functions';
import { aFunction, functionArn } from '../testing/surface';

const tested = new FunctionsUnderTest({ services: 'apps', renewedByOwner: true });
const { archive, deploy, invoke, load } = tested;
const built = 'apps/reports/dist/reports.zip';
const answers = (text: string) => ({ 'index.js': `exports.handler = async () => "${text}"` });

describe('functions that a caller holds', () => {
  it('are called as they were, whatever is loaded meanwhile, until they are released', async () => {
    await deploy(answers('old'));
    const held = tested.functions.hold();
    await deploy(answers('new'));

    expect(await held.invoke(functionArn, '{}', caller)).toBe('"old"');
    expect(await invoke()).toBe('new');
    held.release();
    expect(await invoke()).toBe('new');
  });

  it('are called also when they are not deployed any more', async () => {
    await deploy(answers('old'));
    const held = tested.functions.hold();
    await load();

    expect(await held.invoke(functionArn, '{}', caller)).toBe('"old"');
    await expect(invoke()).rejects.toThrow('is not deployed');
    held.release();
  });

  it('leave nothing behind when the last one lets go', async () => {
    await deploy('exports.handler = async () => process.env.LAMBDA_TASK_ROOT');
    const folder = (await invoke()) as string;
    const [one, other] = [tested.functions.hold(), tested.functions.hold()];
    await deploy(answers('new'));
    one.release();
    one.release();
    expect(await other.invoke(functionArn, '{}', caller)).toBe(JSON.stringify(folder));
    other.release();

    await until(() => !existsSync(folder));
    expect(await invoke()).toBe('new');
  });
});

describe('a handler that is built again', () => {
  it('is served when its owner says so, and the names of those with other code are returned', async () => {
    await deploy(answers('deployed'));
    archive(answers('built'), built);
    expect(await invoke()).toBe('deployed');

    expect(await tested.functions.renew()).toEqual(['reports']);
    expect(await invoke()).toBe('built');
    expect(await tested.functions.renew()).toEqual([]);
  });

  it('goes on as it was when its archive is broken', async () => {
    archive(answers('good'), built);
    await load(aFunction());
    archive({ '../../escape.js': '' }, built);

    await expect(tested.functions.renew()).rejects.toThrow('would be written outside its folder');
    expect(await invoke()).toBe('good');
  });
});
