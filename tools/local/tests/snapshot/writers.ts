import { json } from '../roles/requests';
import { type Services } from './row';

const PAIRS = 8;
const KEPT = 'pairs';

/** Clients that write two equal items in one request, over and over. */
export class Writers {
  private readonly ending = new AbortController();
  private running: Promise<number>[] = [];

  constructor(private readonly services: () => Services) {}

  async start(): Promise<void> {
    await this.ask('CreateTable', {
      TableName: KEPT,
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
    const pairs = Array.from({ length: PAIRS }, (_, pair) => pair);
    for (const pair of pairs) await this.write(pair, 0);
    this.running = pairs.map((pair) => this.writeOn(pair));
  }

  /** @throws when a request was refused meanwhile */
  async stop(): Promise<void> {
    this.ending.abort();
    const counts = await Promise.all(this.running);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  }

  async expectWhole(): Promise<void> {
    const { Items } = await this.ask('Scan', { TableName: KEPT });
    const numbers = new Map((Items as { id: { S: string }; n: { N: string } }[]).map(({ id, n }) => [id.S, n.N]));
    expect(numbers.size).toBe(2 * PAIRS);
    for (let pair = 0; pair < PAIRS; pair++) expect(numbers.get(`${pair} left`)).toBe(numbers.get(`${pair} right`));
  }

  private async writeOn(pair: number): Promise<number> {
    let written = 0;
    while (!this.ending.signal.aborted) await this.write(pair, ++written);
    return written;
  }

  private write(pair: number, n: number): Promise<unknown> {
    const put = (side: string) => ({
      Put: { TableName: KEPT, Item: { id: { S: `${pair} ${side}` }, n: { N: String(n) } } },
    });
    return this.ask('TransactWriteItems', { TransactItems: [put('left'), put('right')] });
  }

  private ask(operation: string, parameters: object): Promise<Record<string, unknown>> {
    return this.services().ask(json('dynamodb', operation, parameters));
  }
}
