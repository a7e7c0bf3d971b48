import { type Emulator, findEmulator, startEmulator } from '../src/emulator';
import { allOrNone } from '../testing/all-or-none';
import { Aws, gaps } from './gaps';

// Each gap is proven twice: closed with our additions, open in moto alone. A release of moto that
// closes one fails the second proof, and the addition can go.

let withAdditions: Emulator;
let motoAlone: Emulator;

beforeAll(async () => {
  const emulator = await findEmulator();
  [withAdditions, motoAlone] = await allOrNone([
    startEmulator({ emulator }),
    startEmulator({ emulator, additions: false }),
  ]);
});

afterAll(async () => {
  await Promise.all([withAdditions?.stop(), motoAlone?.stop()]);
});

describe.each(Object.entries(gaps))('%s', (_area, list) => {
  it.each(list)('is closed: $name', async ({ set, prove }) => {
    const aws = new Aws(withAdditions.url);
    await prove(aws, await set(aws));
  });

  it.each(list)('fails when moto is alone: $name', async ({ set, prove }) => {
    const aws = new Aws(motoAlone.url);
    const made = await set(aws);
    await expect(prove(aws, made)).rejects.toThrow();
  });
});
