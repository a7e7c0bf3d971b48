import { openReporter } from './open-reporter';
import { KeptStream } from './testing/streams';

/** The reporter of a process with these streams, and what it printed. */
async function printedWith(err: KeptStream, options: { json?: boolean } = {}, term = 'xterm') {
  const out = new KeptStream();
  const before = process.env['TERM'];
  process.env['TERM'] = term;
  const reporter = openReporter(options, { stdin: { isTTY: false }, stdout: out, stderr: err } as never);
  process.env['TERM'] = before;
  await reporter.step('Users', async (step) => step.found('Users: ada'));
  reporter.close();
  return { interactive: reporter.interactive, out: out.text, err: err.text };
}

const lines = '… Users\n✔ Users: ada [0.0 s]\n';

it('draws on a terminal', async () => {
  const { err } = await printedWith(new KeptStream(80));
  expect(err).toContain('\u001b[2K✔ Users: ada');
});

it('prints lines to a file, to a terminal of no width, and to one that can do nothing', async () => {
  expect((await printedWith(new KeptStream())).err).toBe(lines);
  expect((await printedWith(new KeptStream(0, true))).err).toBe(lines);
  expect((await printedWith(new KeptStream(80), {}, 'dumb')).err).toBe(lines);
});

it('prints JSON alone for machines', async () => {
  const { err, out } = await printedWith(new KeptStream(80), { json: true });
  expect([err, out.trim().split('\n').length]).toEqual(['', 2]);
});

it('asks nobody where standard input is no terminal', async () => {
  expect((await printedWith(new KeptStream(80))).interactive).toBe(false);
});
