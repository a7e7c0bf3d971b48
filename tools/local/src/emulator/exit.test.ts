import { describeExit } from './exit';

describe('how the emulator ended', () => {
  it('names the exit code and shows its last lines', () => {
    const text = describeExit({
      stopped: false,
      code: 1,
      signal: undefined,
      log: ['Traceback', 'KeyError: a'],
    });
    expect(text).toBe('The emulator ended with exit code 1. Its last lines:\n  Traceback\n  KeyError: a');
  });

  it('names the signal, also when it wrote nothing', () => {
    const text = describeExit({ stopped: false, code: undefined, signal: 'SIGKILL', log: [] });
    expect(text).toBe('The emulator was ended by SIGKILL. It wrote nothing.');
  });

  it('is no crash when it was asked to stop', () => {
    expect(describeExit({ stopped: true, code: 0, signal: undefined, log: ['x'] })).toBe('The emulator was stopped.');
  });
});
