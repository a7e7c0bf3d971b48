import { untilStopped } from '../../until-stopped';
import { openReporter } from '../open-reporter';

/** A command that runs until it is stopped: h is a key, q asks. */
const reporter = openReporter();
void untilStopped(reporter, { signals: ['SIGINT', 'SIGTERM', 'SIGHUP'], stopped: 0 }, async () => {
  const ask = async (): Promise<void> =>
    reporter.say(`answered ${await reporter.ask('It deletes the people of users.', { text: 'Apply it?' })}`);
  reporter.keys([
    { key: 'h', press: () => reporter.result(`pid ${process.pid}.`, { event: 'pid' }) },
    { key: 'q', press: () => void ask() },
  ]);
  reporter.say(`ready, ${reporter.interactive ? 'with' : 'without'} keys`);
  setInterval(() => undefined, 60_000);
  return reporter.step('Deploy', () => new Promise<never>(() => undefined));
});
