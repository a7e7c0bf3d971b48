import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answering, gatehouse, nobody } from '../../testing/answering';
import { temporaryFolder } from '../../testing/stack';
import { noteEmulator, noteServed, readNote } from './note';
import { ownEmulator } from './own-emulator';

let root: string;
beforeEach(() => (root = temporaryFolder()));

const note = (url: string) => noteEmulator(root, { url, instance: 'mine', version: '1' });

describe('the emulator of a checkout', () => {
  it('is what says at the noted address that it is the noted one, until it is forgotten', async () => {
    expect(await ownEmulator(root)).toBeUndefined();
    const url = await answering(gatehouse({ checkout: root, instance: 'mine' }));
    const forget = note(url);
    expect(await ownEmulator(root)).toEqual({ url, instance: 'mine', version: '1', pid: process.pid });
    forget();
    expect(await ownEmulator(root)).toBeUndefined();
  });

  it.each([
    ['nothing', nobody],
    ['another program', () => answering({})],
    ['a later emulator of this checkout', () => answering(gatehouse({ checkout: root, instance: 'later' }))],
    ['the emulator of another checkout', () => answering(gatehouse({ checkout: '/elsewhere', instance: 'mine' }))],
  ])('is none when %s answers at the noted address, though the noted process lives', async (_who, start) => {
    note(await start());

    expect(await ownEmulator(root)).toBeUndefined();
  });

  it.each(['', '{"url":', '[]', '{"pid": 1}'])('is none with a note that is damaged: %j', async (text) => {
    mkdirSync(join(root, '.terraform-work'));
    writeFileSync(join(root, '.terraform-work/emulator.json'), text);

    expect(await ownEmulator(root)).toBeUndefined();
  });
});

describe('the note', () => {
  it('gets the addresses of what is served, from the process that left it', () => {
    noteServed(root, { apis: { api: 'http://127.0.0.1:4510/local' } });
    expect(readNote(root)).toBeUndefined();
    note('http://127.0.0.1:4599');
    noteServed(root, { apis: { api: 'http://127.0.0.1:4510/local' } });
    noteServed(root, { playground: 'http://127.0.0.1:4580' });

    expect(readNote(root)).toMatchObject({
      url: 'http://127.0.0.1:4599',
      apis: { api: 'http://127.0.0.1:4510/local' },
      playground: 'http://127.0.0.1:4580',
    });
  });
});
