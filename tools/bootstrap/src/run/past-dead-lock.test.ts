import { hostname, userInfo } from 'node:os';
import { type StateLock, StateLockedError } from '@gatehouse/terraform';
import { isLeftBy, pastDeadLock } from './past-dead-lock';

const who = `${userInfo().username}@${hostname()}`;
const created = '2026-01-01 10:03:00.123456789 +0000 UTC';
const lock: StateLock = { id: 'a', path: 'acme/key', operation: 'OperationTypeApply', who, created };
const dead = { startedAt: new Date('2026-01-01T10:00:00Z'), lastSeen: new Date('2026-01-01T10:05:00Z') };

describe('a lock in the way', () => {
  it.each([
    [{}, true],
    [{ created: '2026-01-01 10:05:05 +0000 UTC' }, true],
    [{ created: '2026-01-01 09:59:59 +0000 UTC' }, false],
    [{ created: '2026-01-01 10:05:13 +0000 UTC' }, false],
    [{ who: 'ann@elsewhere' }, false],
    [{ created: 'yesterday' }, false],
  ])('is from the killed run, or not: %j', (changes, verdict) => {
    expect(isLeftBy(dead, { ...lock, ...changes })).toBe(verdict);
  });
});

describe('pastDeadLock', () => {
  const released: string[] = [];
  beforeEach(() => void released.splice(0));
  const terraform = { forceUnlock: async (id: string) => void released.push(id) };
  const locked = (held: StateLock) => new StateLockedError('locked', 'plan', [], held);
  /** Works once these locks are out of the way. */
  const behind = (...locks: StateLock[]) => {
    const left = [...locks];
    return async () => {
      const [held] = left;
      if (held === undefined || released.includes(held.id)) return 'done';
      if (locks.length > 1) left.shift();
      throw locked(held);
    };
  };

  it('does the work when nothing is locked', async () => {
    expect(await pastDeadLock(terraform, dead, () => undefined, behind())).toBe('done');
    expect(released).toEqual([]);
  });

  it('releases the lock of a killed run', async () => {
    expect(await pastDeadLock(terraform, dead, () => undefined, behind(lock))).toBe('done');
    expect(released).toEqual(['a']);
  });

  it.each([
    ['no run was killed', undefined, [lock]],
    ['someone else holds it', dead, [{ ...lock, who: 'ann@elsewhere' }]],
    ['someone else took it meanwhile', dead, [lock, { ...lock, id: 'b', who: 'ann@elsewhere' }]],
  ])('fails with the holder when %s', async (_, run, locks) => {
    await expect(pastDeadLock(terraform, run, () => undefined, behind(...locks))).rejects.toThrow('locked');
    expect(released).toEqual([]);
  });
});
