import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inWorkspace } from '../workspace';
import { readSnapshot, writeSnapshot } from './snapshot-file';
import { type Facts } from './facts';

const facts = { users: {}, apps: {} } as unknown as Facts;
const size = 16 * 1024 * 1024;

/** Writes snapshots without end, each of one repeated byte, and says so before each. */
const writer = `
const { writeSnapshot } = require(${JSON.stringify(join(__dirname, 'snapshot-file'))});
for (let byte = 1; ; byte = (byte % 255) + 1) {
  require('node:fs').writeSync(1, byte + '\\n');
  writeSnapshot(process.argv[1], { facts: { users: {}, apps: {} }, memory: Buffer.alloc(${size}, byte) });
}`;

it('is whole, the old one or the new one, when its writer is killed in the middle; the next write tidies up', async () => {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-killed-'));
  try {
    for (let round = 1; round <= 5; round++) {
      await killAfter(round, root);
      const found = readSnapshot(root);
      const memory = found !== undefined && 'memory' in found ? found.memory : undefined;
      expect(memory?.length).toBe(size);
      expect(memory?.equals(Buffer.alloc(size, memory[0]))).toBe(true);
    }
    writeSnapshot(root, { facts, memory: Buffer.from('last') });
    expect(readdirSync(join(root, '.terraform-work', 'snapshot')).sort()).toEqual(['key', 'memory']);
  } finally {
    rmSync(root, { recursive: true });
  }
});

/** Kills a writer when it has said that it begins its write of that number, one later than the first. */
async function killAfter(writes: number, root: string): Promise<void> {
  const child = spawn(process.execPath, ['-r', inWorkspace('register-ts.cjs'), '-e', writer, root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let begun = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).toMatch(/^\d+$/);
    if (++begun > writes) break;
  }
  child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
}
