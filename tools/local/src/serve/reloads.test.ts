import { UserError } from '@gatehouse/cli-kit';
import { reloads } from './reloads';

/** Reloads that end when the test says so, and what was printed. */
function opened() {
  const printed: string[] = [];
  const ends: ((failure?: Error) => void)[] = [];
  const reporter = { say: (text: string) => void printed.push(text), relay: (text: string) => void printed.push(text) };
  const reload = () =>
    new Promise<string>((resolve, reject) => {
      ends.push((failure) => (failure ? reject(failure) : resolve('served again')));
    });
  return { printed, ends, changed: reloads(reload, reporter) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('runs one at a time, and of those that wait the last', async () => {
  const { changed, ends, printed } = opened();
  for (const why of ['a', 'b', 'c']) changed(why);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await turn();
  expect([printed, ends.length]).toEqual([['a: served again'], 2]);
  ends[1]?.();
  await turn();
  expect([printed.at(-1), ends.length]).toEqual(['c: served again', 2]);
  changed('d');
  ends[2]?.();
  await turn();
  expect(printed.at(-1)).toBe('d: served again');
});

it('reports an error, and takes the next', async () => {
  const { changed, ends, printed } = opened();
  changed('a.json changed');
  ends[0]?.(new UserError('a.json: expected JSON, found nothing.'));
  await turn();
  changed('a.json changed');
  ends[1]?.();
  await turn();
  expect(printed).toEqual([
    'a.json: expected JSON, found nothing.\na.json changed, but what was served before goes on.',
    'a.json changed: served again',
  ]);
});
