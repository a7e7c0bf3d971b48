import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../src/emulator';
import { Aws } from './gaps';
import { addUser, idToken, makeIdentityPool } from './gaps/identity-pool';

const KEPT = 'node_modules/.cache/gatehouse/emulator.json';

let checkout: string;
let starts: Awaited<ReturnType<typeof afterStart>>[];

/** What an application sees of an emulator that was just started. */
async function afterStart(before?: { guest: string; person: string }) {
  const emulator = await startEmulator({ checkout });
  try {
    return await seenIn(new Aws(emulator.url), before);
  } finally {
    await emulator.stop();
  }
}

async function seenIn(aws: Aws, before?: { guest: string; person: string }) {
  const made = await makeIdentityPool(aws, 'restarted');
  const { clientSecret, IdentityPoolId, UserPoolId } = made;
  const Logins = { [made.provider!]: await idToken(aws, made) };
  const identity = async (more: object) =>
    (await aws.publicIdentity('GetId', { IdentityPoolId, ...more })).IdentityId as string;
  const credentials = async (request: object) =>
    (await aws.publicIdentity('GetCredentialsForIdentity', request)).IdentityId as string;
  return {
    keys: await aws.published(`/${UserPoolId}/.well-known/jwks.json`),
    clientSecret,
    kept: before && [
      await credentials({ IdentityId: before.guest }),
      await credentials({ IdentityId: before.person, Logins }),
    ],
    others: before && (await othersOf(aws, { ...made, ...before })),
    guest: await identity({}),
    person: await identity({ Logins }),
  };
}

/** What another person, and a guest with an id that was made up, are answered. */
async function othersOf(aws: Aws, made: Record<string, string>) {
  const Logins = { [made.provider!]: await idToken(aws, await addUser(aws, made)) };
  const madeUp = `${made.guest!.slice(0, -4)}0000`;
  return Promise.all(
    [{ IdentityId: madeUp }, { IdentityId: `${made.person!.slice(0, -4)}0000`, Logins }].map((request) =>
      aws.publicIdentity('GetCredentialsForIdentity', request).catch((error: { code: string }) => error.code),
    ),
  );
}

beforeAll(async () => {
  checkout = mkdtempSync(join(tmpdir(), 'gatehouse-checkout-'));
  mkdirSync(join(checkout, 'node_modules'));
  const first = await afterStart();
  starts = [first, await afterStart(first)];
});

afterAll(() => rmSync(checkout, { recursive: true }));

describe('an emulator that a checkout starts again', () => {
  it('has the same keys and client secrets, in a file that only its owner reads', () => {
    const [first, second] = starts;
    expect(second?.keys).toEqual(first?.keys);
    expect(second?.clientSecret).toBe(first?.clientSecret);
    expect(statSync(join(checkout, KEPT)).mode & 0o777).toBe(0o600);
  });

  it('knows the identities that a browser kept', () => {
    const [first, second] = starts;
    expect(second?.kept).toEqual([first?.guest, first?.person]);
    expect(second?.person).toBe(first?.person);
    expect(second?.guest).not.toBe(first?.guest);
  });

  it('knows none that was made up', () => {
    expect(starts[1]?.others).toEqual(['ResourceNotFoundException', 'ResourceNotFoundException']);
  });
});
