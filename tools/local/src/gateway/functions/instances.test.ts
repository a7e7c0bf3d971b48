import type * as Os from 'node:os';
import { FunctionError } from './function-error';
import { type Instance } from './instance';
import { Instances } from './instances';

jest.mock('node:os', () => ({ ...jest.requireActual<typeof Os>('node:os'), availableParallelism: () => 4 }));

/** Instances that end when the test says so, numbered in the order they were started. */
function instances({ ready = true } = {}) {
  const started: {
    alive: boolean;
    ready: boolean;
    stopped: boolean;
    end: (answer: string | Error) => void;
  }[] = [];
  const start = (): Instance => {
    const state = {
      alive: true,
      ready,
      stopped: false,
      end: (_answer: string | Error): void => undefined,
    };
    started.push(state);
    return {
      get alive() {
        return state.alive;
      },
      get ready() {
        return state.ready;
      },
      invoke: () =>
        new Promise((resolve, reject) => {
          state.end = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
        }),
      stop: () => {
        state.stopped = true;
        return Promise.resolve();
      },
    };
  };
  return { started, all: new Instances(start) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('instances of a function', () => {
  it('are started at the first call, not before', () => {
    const { started, all } = instances();
    expect(started).toHaveLength(0);
    void all.invoke('{}');
    expect(started).toHaveLength(1);
  });

  it('serve one caller after the other while none waits long', async () => {
    const { started, all } = instances();
    const calls = [all.invoke('1'), all.invoke('2')];
    started[0]?.end('one');
    expect(await calls[0]).toBe('one');
    await Promise.resolve();
    started[0]?.end('two');
    expect(await calls[1]).toBe('two');
    expect(started).toHaveLength(1);
  });

  it('are as many as callers that wait, starting one a processor at a time', async () => {
    const { started, all } = instances({ ready: false });
    for (let call = 0; call < 40; call += 1) void all.invoke('{}');
    expect(started).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(10);
    expect(started).toHaveLength(4);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(started).toHaveLength(4);
    while (started.some(({ ready }) => !ready)) {
      for (const each of started) each.ready = true;
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(started).toHaveLength(40);
  });

  it('stay as few as can serve every caller at once', async () => {
    const { started, all } = instances();
    for (let call = 0; call < 40; call += 1) {
      const answer = all.invoke('{}');
      void all.invoke('{}');
      await jest.advanceTimersByTimeAsync(4);
      started[0]!.end('first');
      await answer;
      await jest.advanceTimersByTimeAsync(0);
      started[0]!.end('second');
      await jest.advanceTimersByTimeAsync(0);
    }
    expect(started).toHaveLength(1);
  });

  it('are stopped when nobody needed them for a minute; the last one stays', async () => {
    const { started, all } = instances();
    const calls = [1, 2, 3].map(() => all.invoke('{}'));
    await jest.advanceTimersByTimeAsync(10);
    expect(started).toHaveLength(3);
    for (const each of started) each.end('done');
    await Promise.all(calls);
    await jest.advanceTimersByTimeAsync(59_000);
    expect(started.filter(({ stopped }) => stopped)).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(70_000);
    expect(started.map(({ stopped }) => stopped)).toEqual([true, true, false]);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(started[2]!.stopped).toBe(false);
  });

  it('are replaced when one has died, between two calls or in one', async () => {
    const { started, all } = instances();
    const first = all.invoke('1');
    started[0]!.end('one');
    await first;
    started[0]!.alive = false;
    const second = all.invoke('2');
    await jest.advanceTimersByTimeAsync(0);
    expect(started).toHaveLength(2);
    started[1]!.alive = false;
    started[1]!.end(new FunctionError('crashed'));
    await expect(second).rejects.toThrow('crashed');
    void all.invoke('3');
    await jest.advanceTimersByTimeAsync(0);
    expect(started).toHaveLength(3);
  });

  it('are stopped once the running calls have ended', async () => {
    const { started, all } = instances();
    const call = all.invoke('1');
    const drained = all.drain();
    expect(started[0]?.stopped).toBe(false);
    started[0]?.end('one');
    await Promise.all([call, drained]);
    expect(started[0]?.stopped).toBe(true);
  });
});
