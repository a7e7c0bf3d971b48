import { setTimeout as sleep } from 'node:timers/promises';
import { Loop, type Round } from './loop';
import { type Changes, NOTHING } from './watch/changes';

const stacks: Changes = { ...NOTHING, stacks: true };
const users: Changes = { ...NOTHING, users: true };
const service = (name: string): Changes => ({ ...NOTHING, services: new Set([name]) });

/** A loop whose rounds wait until the test ends them. */
function tested() {
  const rounds: { changes: Changes; round: Round; end: () => void; fail: (error: Error) => void }[] = [];
  const failures: unknown[] = [];
  const loop = new Loop({
    work: (changes, round) =>
      new Promise((resolve, reject) => {
        rounds.push({ changes, round, end: resolve, fail: reject });
        round.signal.addEventListener('abort', () => reject(new Error('aborted')));
      }),
    onFailure: (error) => failures.push((error as Error).message),
  });
  return { loop, rounds, failures };
}
const settle = () => sleep(0);

it('runs one round at a time; what comes meanwhile is in the next one, together', async () => {
  const { loop, rounds } = tested();
  loop.add(stacks);
  rounds[0]!.round.commit();
  loop.add(users);
  loop.add(service('api'));
  await settle();
  expect(rounds).toHaveLength(1);

  rounds[0]!.end();
  await settle();
  expect(rounds[1]?.changes).toEqual({ ...users, services: new Set(['api']) });
  expect(loop.idle).toBe(false);
  rounds[1]!.end();
  await settle();
  expect(loop.idle).toBe(true);
});

it('ends a round that has applied nothing when something newer comes, and loses nothing of it', async () => {
  const { loop, rounds, failures } = tested();
  loop.add(stacks);
  loop.add(users);
  await settle();

  expect(rounds[0]?.round.signal.aborted).toBe(true);
  expect(rounds[1]?.changes).toEqual({ ...stacks, users: true });
  expect(() => rounds[0]!.round.commit()).toThrow();
  expect(failures).toEqual([]);
});

it('lets a round go on when only archives come, which it builds itself', async () => {
  const { loop, rounds } = tested();
  loop.add(service('api'));
  loop.add({ ...NOTHING, archives: true });
  expect(rounds[0]?.round.signal.aborted).toBe(false);
  rounds[0]!.end();
  await settle();
  expect(rounds[1]?.changes).toEqual({ ...NOTHING, archives: true });
  expect(loop.rounds).toBe(2);
});

it('lets a round that applies something come to its end', async () => {
  const { loop, rounds } = tested();
  loop.add(stacks);
  rounds[0]!.round.commit();
  loop.add(stacks);
  await settle();
  expect(rounds[0]?.round.signal.aborted).toBe(false);
  const closed = loop.close();
  rounds[0]!.end();
  await closed;
  expect(rounds).toHaveLength(1);
});

it('tries again what failed with the next change that may mend it, and with no other', async () => {
  const { loop, rounds, failures } = tested();
  loop.add({ ...stacks, services: new Set(['api']) });
  rounds[0]!.fail(new Error('wrong'));
  await settle();
  expect(failures).toEqual(['wrong']);

  loop.add(users);
  rounds[1]!.end();
  await settle();
  expect(rounds[1]?.changes).toEqual(users);
  loop.add(service('api'));
  expect(rounds[2]?.changes).toEqual({ ...stacks, services: new Set(['api']) });
});

it('does nothing more when it is closed', async () => {
  const { loop, rounds, failures } = tested();
  loop.add(stacks);
  await loop.close();
  loop.add(stacks);
  await settle();
  expect(rounds).toHaveLength(1);
  expect(failures).toEqual([]);
});

it('loses nothing that comes just as the last round ends', async () => {
  for (let steps = 0; steps < 12; steps += 1) {
    const { loop, rounds } = tested();
    loop.add(stacks);
    rounds[0]!.end();
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    loop.add(users);
    await settle();
    expect([steps, rounds[1]?.changes.users]).toEqual([steps, true]);
  }
});
