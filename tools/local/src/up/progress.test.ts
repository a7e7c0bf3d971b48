import { Progress } from './progress';

describe('progress without a terminal', () => {
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('has a line when a step starts, when it ends, and in between after a silence', async () => {
    jest.useFakeTimers();
    const log = jest.spyOn(console, 'error').mockReturnValue();

    await new Progress(false).step('Deploy api', async (step) => {
      step.doing('init');
      jest.advanceTimersByTime(4_000);
      step.doing('plan');
      step.doing('aws_x.y: started');
      step.found('api: 1 added');
    });

    expect(log.mock.calls.flat()).toEqual(['… Deploy api', '… Deploy api: plan', '✔ api: 1 added [4.0 s]']);
  });
});
