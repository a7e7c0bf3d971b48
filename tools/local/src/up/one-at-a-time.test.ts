import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim } from './one-at-a-time';

let app: string;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'gatehouse-app-'));
});

afterEach(() => rmSync(app, { recursive: true }));

describe('claim', () => {
  it('can be had again after it was given free', () => {
    claim(app)();

    expect(claim(app)).toBeInstanceOf(Function);
  });

  it('fails when a living process has the folder, and names it', () => {
    claim(app);

    expect(() => claim(app)).toThrow(`${app} is in use: process ${process.pid} runs the local environment from it.`);
  });

  it.each([
    ['a dead process', '999999999'],
    ['no process', ''],
  ])('takes over from %s', (_who, pid) => {
    claim(app);
    writeFileSync(join(app, '.terraform-work', 'running.pid'), pid);

    expect(claim(app)).toBeInstanceOf(Function);
  });
});
