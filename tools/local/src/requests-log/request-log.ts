import { type HandledRequest, type RequestRecord } from './record';

type Listener = (record: RequestRecord) => void;

const KEPT = 200;

/** The last 200 requests, in memory. */
export class RequestLog {
  private readonly records: RequestRecord[] = [];
  private readonly listeners = new Set<Listener>();
  private count = 0;

  /** Of the newest record; 0 before the first. */
  get last(): number {
    return this.count;
  }

  /** The records after a number that are still kept, oldest first. */
  after(number: number): readonly RequestRecord[] {
    return this.records.filter((record) => record.number > number);
  }

  /** @returns ends it */
  on(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** What the gateway calls: `onRequest`. */
  readonly add = (request: HandledRequest): void => {
    this.count += 1;
    const record = { number: this.count, ...request };
    this.records.push(record);
    if (this.records.length > KEPT) this.records.shift();
    for (const listener of this.listeners) listener(record);
  };
}
