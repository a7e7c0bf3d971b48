import { until } from '@gatehouse/testing/until';
import { FunctionsUnderTest, caller } from '../testing/functions';
import { aFunction, aPermission, functionArn } from '../testing/surface';

const tested = new FunctionsUnderTest();
const { archive, deploy, load, invoke } = tested;

describe('instances', () => {
  const counter = 'let calls = 0; exports.handler = async () => ++calls';

  it('stay warm between calls, also over a reload that changes nothing', async () => {
    await deploy(counter);
    expect([await invoke(), await invoke()]).toEqual([1, 2]);
    await load(aFunction());
    expect(await invoke()).toBe(3);
  });

  it('are new when the archive or a setting changes', async () => {
    await deploy(counter);
    await invoke();
    await deploy(`${counter} // changed`);
    expect(await invoke()).toBe(1);
    await load(aFunction({ environment: { A: 'b' } }));
    expect(await invoke()).toBe(1);
  });

  it('finish what they were called for before a reload takes them away', async () => {
    await deploy(
      'exports.handler = () => { console.log("started"); return new Promise((resolve) => setTimeout(resolve, 200, "old")) }',
    );
    const running = invoke();
    await until(() => tested.output.some((line) => line.endsWith('started')));
    await deploy('exports.handler = async () => "new"');
    expect([await running, await invoke()]).toEqual(['old', 'new']);
  });

  it('run one call at a time each, and more are started for callers that wait', async () => {
    await deploy(
      'let busy = 0; const id = Math.random(); const wait = () => new Promise((resolve) => setTimeout(resolve, 300));' +
        'exports.handler = async () => { busy += 1; const seen = busy; await wait(); busy -= 1; return { seen, id } }',
    );
    const results = (await Promise.all([invoke(), invoke(), invoke()])) as { seen: number; id: number }[];
    expect(results.map(({ seen }) => seen)).toEqual([1, 1, 1]);
    expect(new Set(results.map(({ id }) => id)).size).toBeGreaterThan(1);
  });

  it('share nothing', async () => {
    archive({
      'index.js': 'globalThis.mark ??= Math.random(); exports.handler = async () => globalThis.mark',
    });
    const other = aFunction({ arn: `${functionArn}-2`, name: 'other' });
    await load(aFunction(), other);
    expect(await invoke()).not.toBe(JSON.parse(await tested.functions.invoke(other.arn, '{}', caller)));
  });

  it('answer for an alias that may be called, and for no other', async () => {
    archive({ 'index.js': 'exports.handler = async () => 1' });
    const functionPermissions = [aPermission({ qualifier: 'live' })];
    await tested.functions.load({ functions: [aFunction()], functionPermissions });

    await expect(tested.functions.invoke(`${functionArn}:next`, '{}', caller)).rejects.toThrow(
      `no aws_lambda_permission lets ${caller.sourceArn} call function reports:next`,
    );
    expect(await tested.functions.invoke(`${functionArn}:live`, '{}', caller)).toBe('1');
  });
});
