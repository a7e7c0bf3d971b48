import { until } from './until';

it('waits for what comes', async () => {
  let asked = 0;
  await until(() => Promise.resolve((asked += 1) === 3));
  expect(asked).toBe(3);
});

it('tells what is there so far when it has waited for too long', async () => {
  const output = 'a line';
  const waits = until(
    () => output.includes('served'),
    () => output,
    0,
  );
  await expect(waits).rejects.toThrow(/^Waited 0 s until .*output\.includes\('served'\); so far:\na line$/);
});
