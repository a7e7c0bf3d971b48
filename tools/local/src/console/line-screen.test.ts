import { LineScreen } from './line-screen';
import { GivenUp, runStep } from './steps';
import { KeptStream } from './testing/streams';

const [out, err] = [new KeptStream(), new KeptStream()];
const screen = new LineScreen({ out, err });

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  err.text = '';
});

it('has a line when a step starts, when it ends, and in each silence of some seconds between', async () => {
  await runStep(
    'Deploy api',
    async (step) => {
      step.doing('init');
      jest.advanceTimersByTime(12_000);
      step.doing('aws_x.y: started');
      jest.advanceTimersByTime(4_000);
      step.found('api: 1 added');
    },
    screen,
  );
  expect(err.text.split('\n')).toEqual([
    '… Deploy api',
    '… Deploy api: init [5.0 s]',
    '… Deploy api: init [10.0 s]',
    '… Deploy api: aws_x.y: started [15.0 s]',
    '✔ api: 1 added [16.0 s]',
    '',
  ]);
});

it('is quiet after a step that failed', async () => {
  await expect(runStep('Deploy api', () => Promise.reject(new Error('no')), screen)).rejects.toThrow('no');
  jest.advanceTimersByTime(60_000);
  expect(err.text).toBe('… Deploy api\n✖ Deploy api [0.0 s]\n');
});

it('marks a step that was given up as no failure', async () => {
  const work = () => Promise.reject(new GivenUp('a newer change came'));
  await expect(runStep('Reload', work, screen)).rejects.toThrow(GivenUp);
  expect(err.text).toBe('… Reload\n– Reload: a newer change came [0.0 s]\n');
});

it('controls no terminal', () => {
  screen.print('out', 'a');
  screen.prompt();
  screen.close();
  expect(out.text).toBe('a\n');
});
