import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseJson } from './parse-json';

/**
 * What Terraform itself wrote while it applied, straight into a file: it is whole however Terraform or we died. The
 * state is not; Terraform writes it at the end, and every 20 seconds.
 * https://developer.hashicorp.com/terraform/internals/machine-readable-ui#operation-results
 */
export class ApplyJournal {
  constructor(readonly file: string) {}

  /** What applies that were killed, one after the other, had created, with the id in the provider's words. */
  created(): JournalEntry[] {
    return latest(this.hooks('apply_complete').filter(({ id }) => id !== undefined));
  }

  /** What it was creating when it was killed, and since when: nobody knows whether AWS had heard of it. */
  inFlight(): JournalEntry[] {
    const ended = [...this.hooks('apply_complete'), ...this.hooks('apply_errored')];
    const addresses = new Set(ended.map(({ address }) => address));
    return earliest(this.hooks('apply_start').filter(({ address }) => !addresses.has(address)));
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }

  private hooks(type: string): JournalEntry[] {
    if (!existsSync(this.file)) return [];
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        // The last line may be half of one.
        const message = parseJson<Message>(line);
        if (message?.type !== type || message.hook?.action !== 'create' || !message.hook.resource) return [];
        const { addr: address, resource_type: resourceType, resource_name: name } = message.hook.resource;
        return [{ address, type: resourceType, name, id: message.hook.id_value, at: message['@timestamp'] }];
      });
  }
}

export interface JournalEntry {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly id?: string;
  /** When Terraform said it: ISO 8601. */
  readonly at?: string;
}

interface Message {
  readonly '@timestamp'?: string;
  readonly type?: string;
  readonly hook?: {
    readonly action?: string;
    readonly id_value?: string;
    readonly resource?: {
      readonly addr: string;
      readonly resource_type: string;
      readonly resource_name: string;
    };
  };
}

/** Of two with one address the later one counts: the first was gone, or it would have been taken over. */
const latest = (entries: readonly JournalEntry[]): JournalEntry[] => [
  ...new Map(entries.map((entry) => [entry.address, entry])).values(),
];

/** Of two that were killed either may have made it. */
const earliest = (entries: readonly JournalEntry[]): JournalEntry[] => latest(entries.toReversed()).toReversed();
