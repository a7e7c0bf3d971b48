import { Aws } from '../gaps';
import { type Answer, send, type Sent } from '../roles/wire';

/** What is asked of an emulator. */
export class Services {
  readonly aws: Aws;

  constructor(readonly url: string) {
    this.aws = new Aws(url);
  }

  /** The answer, as JSON where it is. @throws Error with what the service answered otherwise */
  async ask(sent: Sent): Promise<Record<string, unknown>> {
    const { code, message, status, text }: Answer = await send(this.url, sent, KEYS);
    if (status >= 300) throw new Error(`${status} ${code}: ${message}`);
    return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
  }
}

/** The emulator takes them as Terraform's. */
const KEYS = { accessKeyId: 'emulator', secretAccessKey: 'emulator' };

/** Something that is there after a restore as it was before. */
export interface Row {
  readonly title: string;
  /** Run before the memory is saved. */
  readonly before: () => Promise<void>;
  /** Run after it was restored in another emulator; expects. */
  readonly after: () => Promise<void>;
}

/**
 * @param make makes it in one emulator, and returns what a client of it holds
 * @param check expects it in the other one
 */
export function row<Held>(
  title: string,
  make: (services: Services) => Promise<Held>,
  check: (services: Services, held: Held) => Promise<void>,
) {
  return (services: () => Services): Row => {
    let held: Held;
    return {
      title,
      before: async () => void (held = await make(services())),
      after: () => check(services(), held),
    };
  };
}
