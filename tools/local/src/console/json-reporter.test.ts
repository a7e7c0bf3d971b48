import { aRequest } from '../requests-log/testing/request';
import { JsonReporter } from './json-reporter';
import { type Reporter } from './reporter';
import { KeptStream } from './testing/streams';

it('has a line of JSON for each event, and one in each silence of a step', async () => {
  jest.useFakeTimers();
  const out = new KeptStream();
  const reporter: Reporter = new JsonReporter(out);
  await reporter.step('Users', async (step) => {
    step.doing('ada');
    jest.advanceTimersByTime(6_000);
    step.found('Users: ada');
  });
  await expect(reporter.step('Pages', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  jest.useRealTimers();
  reporter.result('for people', { event: 'served', outputs: { region: 'eu-west-1' } });
  reporter.request({ number: 1, ...aRequest() }, 'desk');
  reporter.event({ event: 'served', changed: { functions: ['reports'] } });
  reporter.say('\n\u001b[2mReloaded.\u001b[22m');
  reporter.relay('[reports] \u001b[2J');
  reporter.say('');
  reporter.fail('It broke.');

  expect(
    out.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { event: 'step', title: 'Users', state: 'running', milliseconds: 0 },
    { event: 'step', title: 'Users', state: 'running', detail: 'ada', milliseconds: 5000 },
    { event: 'step', title: 'Users', state: 'done', outcome: 'Users: ada', milliseconds: 6000 },
    { event: 'step', title: 'Pages', state: 'running', milliseconds: 0 },
    { event: 'step', title: 'Pages', state: 'failed', outcome: 'Pages', milliseconds: 0 },
    { event: 'served', outputs: { region: 'eu-west-1' } },
    { event: 'request', number: 1, ...aRequest() },
    { event: 'served', changed: { functions: ['reports'] } },
    { event: 'message', text: 'Reloaded.' },
    { event: 'message', text: '[reports] \u001b[2J' },
    { event: 'failed', message: 'It broke.' },
  ]);
  expect([reporter.interactive, await reporter.ask('It deletes.', { text: 'Apply it?' })]).toEqual([false, undefined]);
});
