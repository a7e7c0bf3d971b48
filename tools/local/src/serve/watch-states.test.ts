import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stampsOf, watchStates } from './watch-states';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-states-'));
const file = join(folder, 'state.json');
const changes: string[] = [];
let end: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  changes.length = 0;
  writeFileSync(file, 'one');
  end = watch(stampsOf([file]));
});
afterEach(() => {
  end();
  jest.useRealTimers();
});
afterAll(() => rmSync(folder, { recursive: true }));

const watch = (known: readonly string[]) => watchStates([file], known, (why) => changes.push(why));

/** The next look of the watch. */
const look = () => jest.advanceTimersByTime(500);

it('says once when a file was written and is whole, also by another that took its name', () => {
  look();
  writeFileSync(file, 'two parts');
  look();
  writeFileSync(file, 'two parts of it');
  look();
  expect(changes).toEqual([]);
  look();
  look();
  expect(changes).toEqual([`${file} changed`]);
  writeFileSync(join(folder, 'new'), 'of another file');
  renameSync(join(folder, 'new'), file);
  look();
  look();
  expect(changes).toHaveLength(2);
});

it('waits while a file is empty or gone', () => {
  writeFileSync(file, '');
  for (let looks = 0; looks < 3; looks += 1) look();
  rmSync(file);
  for (let looks = 0; looks < 3; looks += 1) look();
  expect(changes).toEqual([]);
  writeFileSync(file, 'whole');
  look();
  look();
  expect(changes).toEqual([`${file} changed`]);
});

it('calls at SIGHUP, until it ends', () => {
  process.emit('SIGHUP');
  expect(changes).toEqual(['SIGHUP']);
  end();
  process.emit('SIGHUP');
  expect(changes).toEqual(['SIGHUP']);
});

it('says what was written after it was read and before it was watched', () => {
  end();
  const known = stampsOf([file]);
  writeFileSync(file, 'written meanwhile');
  end = watch(known);
  look();
  look();
  expect(changes).toEqual([`${file} changed`]);
});
