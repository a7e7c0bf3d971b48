import { answering, gatehouse, nobody } from '../../testing/answering';
import { temporaryFolder } from '../../testing/stack';
import { checkEmulator } from './emulator-check';
import { withEndpoint } from './endpoint-variable';
import { noteEmulator } from './note';

const root = temporaryFolder();

describe('the emulator of a stack', () => {
  it.each([
    ['this checkout’s', () => answering(gatehouse({ checkout: root }))],
    ['one that nobody started from a checkout', () => answering(gatehouse({ checkout: null }))],
    ['another kind', () => answering({ '/moto-api/config': {} })],
  ])('is used when it is %s', async (_kind, start) => {
    await expect(checkEmulator(await start(), root)).resolves.toBeUndefined();
  });

  it('is refused when it is another checkout’s, with the way to this one’s, unless a person named it', async () => {
    const theirs = await answering(gatehouse({ checkout: '/elsewhere' }));

    await expect(checkEmulator(theirs, root)).rejects.toThrow(
      `The AWS emulator at ${theirs} is that of another checkout, /elsewhere: start this checkout's with "npm start", or set ` +
        'GATEHOUSE_AWS_ENDPOINT to the address of the emulator that is meant.',
    );
    const ours = await answering(gatehouse({ checkout: root, instance: 'mine' }));
    noteEmulator(root, { url: ours, instance: 'mine', version: '1' });
    await expect(checkEmulator(theirs, root)).rejects.toThrow(
      `another checkout, /elsewhere: this checkout's answers at ${ours}, so set GATEHOUSE_AWS_ENDPOINT=${ours} and run the ` +
        'command again.',
    );
    await expect(withEndpoint(theirs, () => checkEmulator(theirs, root))).resolves.toBeUndefined();
  });

  it('is refused when nothing answers, and when what answers is none', async () => {
    const free = await nobody();
    await expect(checkEmulator(free, root)).rejects.toThrow(`The AWS emulator at ${free} does not answer: `);
    const web = await answering({});
    await expect(checkEmulator(web, root)).rejects.toThrow(
      `${web}: expected an AWS emulator, found a web server (status 404): `,
    );
  });
});
