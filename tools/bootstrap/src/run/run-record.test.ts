import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BootstrapTarget } from '@gatehouse/environment';
import { RunRecord } from './run-record';

const target = { name: 'bootstrap-1', state: { bucket: 'acme' } } as BootstrapTarget;
const home = process.cwd();
let file: string;

beforeEach(() => {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-run-')));
  mkdirSync(join(workspace, 'environments'));
  writeFileSync(join(workspace, 'environments', 'schema.json'), '{}');
  file = join(workspace, 'apps/bootstrap/.terraform-work/bootstrap-1/acme/run.json');
  process.chdir(workspace);
});
afterEach(() => {
  const workspace = process.cwd();
  process.chdir(home);
  rmSync(workspace, { recursive: true });
});

/** A run of a process that is gone. */
function leaveBehind(startedAt: string, lastSeen: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  // No process has an id like that: Linux ends at 2^22.
  writeFileSync(file, JSON.stringify({ pid: 2 ** 30, startedAt }));
  utimesSync(file, new Date(lastSeen), new Date(lastSeen));
}

describe('the record of a run', () => {
  it('is there while it runs and gone after it ended', () => {
    const record = new RunRecord(target);
    expect(record.dead).toBeUndefined();
    expect(existsSync(file)).toBe(true);
    record.end();
    expect(existsSync(file)).toBe(false);
  });

  it('tells when a killed run began and when it was last seen', () => {
    leaveBehind('2026-01-01T10:00:00.000Z', '2026-01-01T10:05:00.000Z');
    const record = new RunRecord(target);
    expect(record.dead).toEqual({
      startedAt: new Date('2026-01-01T10:00:00.000Z'),
      lastSeen: new Date('2026-01-01T10:05:00.000Z'),
    });
    record.end();
  });

  it('fails while another run is under way, and says which', () => {
    const record = new RunRecord(target);
    expect(() => new RunRecord(target)).toThrow(`is being bootstrapped by process ${process.pid}`);
    record.end();
  });

  it('starts anew when it cannot be read', () => {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '{"pid":');
    const record = new RunRecord(target);
    expect(record.dead).toBeUndefined();
    record.end();
  });
});
