import { createColors } from '@gatehouse/cli-kit';
import { aRequest } from '../requests-log/testing/request';
import { LineScreen } from './line-screen';
import { type Reporter } from './reporter';
import { KeptStream } from './testing/streams';
import { TextReporter } from './text-reporter';

const paint = createColors(false);

function opened({ withKeyboard = true } = {}) {
  const [out, err] = [new KeptStream(), new KeptStream()];
  const keyboard = { isOpen: false, press: (_key: string): void => undefined };
  const reporter: Reporter = new TextReporter({
    screen: new LineScreen({ out, err }),
    err,
    paint,
    keyboard: withKeyboard
      ? (onKey) => {
          keyboard.press = onKey;
          return { open: () => (keyboard.isOpen = true), close: () => (keyboard.isOpen = false) };
        }
      : undefined,
  });
  return { reporter, out, err, keyboard };
}

it('prints results to standard output, and all else to standard error', async () => {
  const { err, out, reporter } = opened();
  reporter.result('API  http://127.0.0.1:4510/local', { event: 'served' });
  reporter.say('Reloaded.');
  reporter.event({ event: 'served' });
  reporter.request({ number: 1, ...aRequest() }, 'desk');
  await reporter.step('Users', async (step) => step.found('Users: ada'));
  reporter.fail('It broke.');
  expect(out.text).toBe('API  http://127.0.0.1:4510/local\n');
  expect(err.text).toBe(
    'Reloaded.\ndesk: GET /local/reports/7  ada@example.com (ID token)  200  12 ms\n… Users\n✔ Users: ada [0.0 s]\n\nIt broke.\n',
  );
});

it('escapes what others wrote', () => {
  const { err, reporter } = opened();
  reporter.relay('Code 1 for \u001b[2J\nada\u202e: sign-up');
  expect(err.text).toBe('Code 1 for \\x1b[2J\\x0aada\\u{202e}: sign-up\n');
});

it('runs what a key is for, and gives the keyboard back', () => {
  const { err, keyboard, reporter } = opened();
  const pressed: string[] = [];
  reporter.keys([{ key: 'h', press: () => pressed.push('h') }]);
  expect(keyboard.isOpen).toBe(true);
  for (const key of ['x', 'h', '\r', 'h']) keyboard.press(key);
  expect(pressed).toEqual(['h', 'h']);
  expect(err.text).toBe('\n');
  reporter.close();
  expect(keyboard.isOpen).toBe(false);
});

it.each([
  ['y', true],
  ['Y', true],
  ['n', false],
  ['\r', false],
  ['\u001b', false],
])('asks: %j is %s, and other keys wait', async (key, expected) => {
  const { err, keyboard, reporter } = opened();
  const answer = reporter.ask('It deletes the people of users.', { text: 'Apply it?' });
  expect(keyboard.isOpen).toBe(true);
  keyboard.press('x');
  keyboard.press(key);
  expect(await answer).toBe(expected);
  expect(err.text).toBe(`It deletes the people of users.\nApply it? ${expected ? 'Yes' : 'No'}\n`);
  expect(keyboard.isOpen).toBe(false);
});

it('keys wait while a question is asked, and an end is a no', async () => {
  const { keyboard, reporter } = opened();
  const pressed: string[] = [];
  reporter.keys([{ key: 'y', press: () => pressed.push('y') }]);
  const answer = reporter.ask('It deletes.', { text: 'Apply it?' });
  keyboard.press('y');
  expect([await answer, pressed, keyboard.isOpen]).toEqual([true, [], true]);
  const another = reporter.ask('It deletes more.', { text: 'Apply it?' });
  reporter.close();
  expect(await another).toBe(false);
});

it('takes a question back, and a key is no answer to it any more', async () => {
  const { err, keyboard, reporter } = opened();
  const newer = new AbortController();
  const answer = reporter.ask('It deletes.', { text: 'Apply it?', signal: newer.signal });
  newer.abort(new Error('a newer change came'));
  keyboard.press('y');
  await expect(answer).rejects.toThrow('a newer change came');
  expect([err.text, keyboard.isOpen]).toEqual(['It deletes.\nApply it? Not asked any more\n', false]);

  await expect(reporter.ask('It deletes.', { text: 'Apply it?', signal: newer.signal })).rejects.toThrow('newer');
  expect(err.text).not.toContain('It deletes.\nIt deletes.');
});

it('asks nobody where there is no keyboard', async () => {
  const { reporter } = opened({ withKeyboard: false });
  reporter.keys([{ key: 'h', press: () => undefined }]);
  expect([reporter.interactive, await reporter.ask('It deletes.', { text: 'Apply it?' })]).toEqual([false, undefined]);
});
