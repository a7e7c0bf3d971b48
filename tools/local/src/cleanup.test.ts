import { Cleanup } from './cleanup';

describe('Cleanup', () => {
  it('undoes the steps in reverse order', async () => {
    const undone: string[] = [];
    const cleanup = new Cleanup();
    cleanup.add('emulator', () => void undone.push('emulator'));
    cleanup.add('gateway', async () => void undone.push('gateway'));

    expect(await cleanup.run()).toEqual([]);

    expect(undone).toEqual(['gateway', 'emulator']);
  });

  it('goes on when a step fails, and says which one did', async () => {
    const undone: string[] = [];
    const cleanup = new Cleanup();
    cleanup.add('emulator', () => void undone.push('emulator'));
    cleanup.add('gateway', () => Promise.reject(new Error('port in use')));

    expect(await cleanup.run()).toEqual(['could not stop gateway: port in use']);

    expect(undone).toEqual(['emulator']);
  });

  it('undoes each step once', async () => {
    let times = 0;
    const cleanup = new Cleanup();
    cleanup.add('emulator', () => void (times += 1));

    await Promise.all([cleanup.run(), cleanup.run()]);

    expect(times).toBe(1);
  });
});
