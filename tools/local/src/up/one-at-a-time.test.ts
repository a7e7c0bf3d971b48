import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteEmulator, noteServed } from '@gatehouse/terraform';
import { claim } from './one-at-a-time';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-checkout-'));
});

afterEach(() => rmSync(root, { recursive: true }));

describe('claim', () => {
  it('can be had again after it was given free', () => {
    claim(root)();

    expect(claim(root)).toBeInstanceOf(Function);
  });

  it('fails when a living process has the checkout, and names it and its address', () => {
    claim(root);

    const named = `${root}: "npm start" (process ${process.pid}) runs the local environment of this checkout already`;
    expect(() => claim(root)).toThrow(`${named}. Use that one, or stop it first with Ctrl-C.`);
    noteEmulator(root, { url: 'http://127.0.0.1:4599', instance: 'i', version: '1' });
    expect(() => claim(root)).toThrow(`${named}, with its emulator at http://127.0.0.1:4599.`);
    noteServed(root, { apis: { api: 'http://127.0.0.1:4510/local' } });
    expect(() => claim(root)).toThrow(`${named}, at http://127.0.0.1:4510/local.`);
  });
});
