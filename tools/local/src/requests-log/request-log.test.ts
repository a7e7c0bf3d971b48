import { RequestLog } from './request-log';
import { aRequest } from './testing/request';

it('numbers requests and gives those after a number', () => {
  const log = new RequestLog();
  expect([log.last, log.after(0)]).toEqual([0, []]);
  for (const path of ['/local/a', '/local/b', '/local/c']) log.add(aRequest({ path }));
  expect(log.last).toBe(3);
  expect(log.after(1).map(({ number, path }) => [number, path])).toEqual([
    [2, '/local/b'],
    [3, '/local/c'],
  ]);
});

it('keeps the last 200', () => {
  const log = new RequestLog();
  for (let count = 0; count < 203; count += 1) log.add(aRequest());
  const kept = log.after(0);
  expect([kept.length, kept[0]?.number, kept.at(-1)?.number]).toEqual([200, 4, 203]);
});

it('tells each listener until it ends', () => {
  const log = new RequestLog();
  const heard: number[] = [];
  const end = log.on(({ number }) => heard.push(number));
  log.add(aRequest());
  end();
  log.add(aRequest());
  expect(heard).toEqual([1]);
});
