import { UserError } from '@gatehouse/cli-kit';
import { type Surface } from '@gatehouse/surface';
import { type Internal, internalOf } from '../emulator/internal';
import { publishedKeys } from '../gateway';

/** An emulator that this process did not start. */
export interface NamedEmulator {
  readonly url: string;
  /** Absent where `withoutInternal` says why. */
  readonly internal?: Internal;
  /** There with `internal`. */
  readonly secret?: string;
  readonly withoutInternal?: string;
}

const TIMEOUT_MS = 5_000;
export const SECRET = 'GATEHOUSE_EMULATOR_SECRET';

/**
 * The emulator at an address.
 *
 * @param secret what the emulator was started with as `GATEHOUSE_EMULATOR_SECRET`; it is sent to no other emulator
 * @throws UserError when it is no address of an emulator, nothing answers there, or the secret is another one
 */
export async function nameEmulator(endpoint: string, secret: string | undefined): Promise<NamedEmulator> {
  const url = addressOf(endpoint);
  const status = await fetch(`${url}/moto-api/gatehouse`, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
    throw new UserError(
      `--endpoint ${url}: expected an emulator that answers, found none. Start it, apply your stacks in it, and serve then.`,
    );
  });
  const { moto } = (await status.json().catch(() => ({}))) as { moto?: string };
  if (moto === undefined) return { url, withoutInternal: "the emulator runs without Gatehouse's additions" };
  if (!secret) return { url, withoutInternal: `${SECRET} is not set` };
  const internal = internalOf(url, secret);
  if (!(await knows(internal))) {
    throw new UserError(`${SECRET}: expected the secret that the emulator on ${url} was started with, found another.`);
  }
  return { url, internal, secret };
}

/**
 * Whether what was applied is in this emulator: it forgets everything when it ends.
 *
 * @throws UserError naming the first user pool that is not there
 */
export async function checkPools({ url }: NamedEmulator, { userPools }: Pick<Surface, 'userPools'>): Promise<void> {
  for (const { address, id } of userPools) {
    await publishedKeys(url)(id).catch((error: Error) => {
      throw new UserError(
        `${address}: expected user pool ${id} in the emulator on ${url}, found none (${error.message}). ` +
          'Apply the stack in this emulator, and give the state after that.',
      );
    });
  }
}

function addressOf(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const wrong = (found: string) =>
    new UserError(
      `--endpoint ${endpoint}: expected the address of an emulator, such as http://127.0.0.1:4599, found ${found}.`,
    );
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw wrong('something else');
  if (url.pathname !== '/' || url.search || url.hash) throw wrong('one with a path');
  if (/(^|\.)(amazonaws\.com(\.cn)?|amazoncognito\.com|api\.aws|on\.aws)$/.test(url.hostname))
    throw wrong('one of AWS');
  return url.origin;
}

/** An operation that changes nothing; any answer but that the secret is wrong will do. */
const knows = (internal: Internal): Promise<boolean> =>
  internal('caller', { accessKeyId: '' }).then(
    () => true,
    (error: { code?: string }) => error.code !== 'AccessDenied',
  );
