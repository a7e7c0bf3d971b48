import { PassThrough } from 'node:stream';
import { ask, type Terminal } from './ask';

/** A terminal on which a person types this at the question. */
function terminal(keys: string): Terminal {
  const [input, output] = [new PassThrough(), new PassThrough()];
  Object.assign(input, { isTTY: true, setRawMode: () => input });
  Object.assign(output, { isTTY: true, columns: 80 });
  output.once('data', () => void input.write(keys));
  return { input, output } as unknown as Terminal;
}

describe('a question', () => {
  it('is answered by a line', async () => {
    await expect(ask('Go on? ', terminal(' yes \r'))).resolves.toBe('yes');
  });

  it.each(['\x03', '\x04'])('is stopped by Ctrl-C and Ctrl-D, with the exit code of a stop', async (key) => {
    await expect(ask('Go on? ', terminal(key))).rejects.toMatchObject({
      message: '\nNothing was done.',
      exitCode: 130,
    });
  });

  it('has no answer without a terminal', async () => {
    await expect(ask('Go on? ', { ...terminal(''), input: new PassThrough() as never })).resolves.toBeUndefined();
  });
});
