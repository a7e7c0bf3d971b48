import { LiveScreen } from './live-screen';
import { type RunningStep } from './steps';
import { KeptStream } from './testing/streams';
import { Terminal } from './testing/terminal';

const deploy = (): RunningStep => ({ title: 'Deploy api', since: Date.now() });
const ended = { title: 'api: 1 added', state: 'done' as const, milliseconds: 1500 };

let err: KeptStream;
let screen: LiveScreen;

beforeEach(() => {
  jest.useFakeTimers();
  err = new KeptStream(40);
  screen = new LiveScreen({ out: err, err });
});
afterEach(() => {
  screen.close();
  jest.useRealTimers();
});

const seen = () => new Terminal(40).write(err.text).lines;

it('keeps a step in progress below what is printed, and leaves one line of it', () => {
  const step = deploy();
  screen.started(step);
  step.detail = 'init';
  screen.print('err', 'GET /local/me  nobody  401');
  expect(seen()).toEqual(['GET /local/me  nobody  401', '⠋ Deploy api: init [0.0 s]']);
  jest.advanceTimersByTime(3_000);
  expect(seen().at(-1)).toMatch(/^. Deploy api: init \[3\.0 s\]$/);
  screen.ended(step, ended);
  expect(seen()).toEqual(['GET /local/me  nobody  401', '✔ api: 1 added [1.5 s]', '']);
});

it('shows steps side by side and a question, none wider than the terminal', () => {
  const [one, two] = [deploy(), { ...deploy(), detail: `aws_${'x'.repeat(100)}: started` }];
  screen.started(one);
  screen.started(two);
  screen.prompt('Delete the people of users? [y/N] ');
  screen.print('err', 'a line');
  expect(seen()).toEqual([
    'a line',
    '⠋ Deploy api [0.0 s]',
    expect.stringMatching(/^⠋ Deploy api: aws_x+…x+: started \[0\.0 s\]$/),
    'Delete the people of users? [y/N] ',
  ]);
  screen.prompt(undefined);
  screen.ended(one, ended);
  screen.ended(two, { ...ended, state: 'failed' });
  expect(seen()).toEqual(['a line', '✔ api: 1 added [1.5 s]', '✖ api: 1 added [1.5 s]', '']);
});

it('leaves nothing of what is in progress when it is closed', () => {
  screen.started(deploy());
  screen.close();
  jest.advanceTimersByTime(5_000);
  expect(seen()).toEqual(['']);
});
