/** What answers at an address. */
export type Answering =
  | { readonly kind: 'nothing' }
  /** An emulator that Gatehouse started, or that has its additions. */
  | {
      readonly kind: 'gatehouse';
      /** Of its process alone. */
      readonly instance?: string | null;
      /** Folder of the checkout whose commands may use it; none where a person started it by hand. */
      readonly checkout?: string | null;
      /** `0.0.0+3f1c2a9b` */
      readonly version?: string | null;
    }
  /** Another emulator of AWS. */
  | { readonly kind: 'emulator'; readonly name: string }
  /** A program that is no emulator of AWS. */
  | { readonly kind: 'other'; readonly name: string };

/** Only ends a hang: an emulator on a busy machine is slow, and is still the right one. */
const TIMEOUT_MS = 60_000;

/**
 * Asks who answers at the address of an emulator.
 *
 * @param url `http://127.0.0.1:4599`
 */
export async function whoAnswers(url: string): Promise<Answering> {
  const status = await get(`${url}/moto-api/gatehouse`);
  if ('error' in status) return ofError(status.error);
  if (isObject(status.json) && 'moto' in status.json) return { kind: 'gatehouse', ...status.json };
  const health = await get(`${url}/_localstack/health`);
  if ('json' in health && isObject(health.json) && 'services' in health.json) {
    const { version } = health.json as { version?: unknown };
    return { kind: 'emulator', name: typeof version === 'string' ? `LocalStack ${version}` : 'LocalStack' };
  }
  // Not data.json, which moto cannot write of everything that it holds.
  const config = await get(`${url}/moto-api/config`);
  if ('json' in config && isObject(config.json)) {
    return { kind: 'emulator', name: "moto without Gatehouse's additions" };
  }
  const server = status.server === null ? '' : `"${printable(status.server)}", `;
  return { kind: 'other', name: `a web server (${server}status ${status.status})` };
}

type Got =
  { readonly status: number; readonly server: string | null; readonly json: unknown } | { readonly error: Error };

async function get(url: string): Promise<Got> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const json: unknown = await response.json().catch(() => undefined);
    return { status: response.status, server: response.headers.get('server'), json };
  } catch (error) {
    return { error: error as Error };
  }
}

function ofError({ name, cause }: Error): Answering {
  if (name === 'TimeoutError') return { kind: 'other', name: 'a program that takes connections and answers nothing' };
  const nobody = ['ECONNREFUSED', 'ENOTFOUND', 'EADDRNOTAVAIL', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'];
  const { code } = (cause ?? {}) as { code?: string };
  if (code === undefined || nobody.includes(code)) return { kind: 'nothing' };
  return { kind: 'other', name: 'a program that does not speak HTTP' };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the header of another program says must not write to the terminal. */
const printable = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 60);
