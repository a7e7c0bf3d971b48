import { allOrNone } from './all-or-none';

const part = () => {
  const stop = jest.fn(() => Promise.resolve());
  return { stop };
};

it('gives all that started, running', async () => {
  const [one, two] = [part(), part()];
  expect(await allOrNone([Promise.resolve(one), Promise.resolve(two)])).toEqual([one, two]);
  expect(one.stop).not.toHaveBeenCalled();
});

it('ends the others when one does not start, also those that start after it failed', async () => {
  const [early, late] = [part(), { close: jest.fn(() => Promise.resolve()) }];
  const starting = [
    Promise.resolve(early),
    Promise.reject(new Error('moto did not start')),
    new Promise<typeof late>((resolve) => setImmediate(() => resolve(late))),
  ] as const;
  await expect(allOrNone(starting)).rejects.toThrow('moto did not start');
  expect(early.stop).toHaveBeenCalledTimes(1);
  expect(late.close).toHaveBeenCalledTimes(1);
});
