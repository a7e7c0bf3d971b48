import { Agent, request } from 'node:http';

/** What one request was answered. */
export interface Answered {
  /** Nothing: the connection failed. */
  readonly status?: number;
  readonly body: string;
}

/** A machine that answers more slowly than is asked would never come to the end of what waits. */
const AT_ONCE = 32;

/**
 * Sends a request every ten milliseconds, whether the ones before are answered or not, and keeps every answer. It leaves one out
 * where 32 are not answered yet.
 */
export class SteadyClient {
  readonly answers: Answered[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  private readonly timer: NodeJS.Timeout;
  private readonly open = new Set<Promise<void>>();

  /** @param path of the next request */
  constructor(url: string, path: () => string) {
    this.timer = setInterval(() => {
      if (this.open.size >= AT_ONCE) return;
      const sent: Promise<void> = this.send(`${url}${path()}`).finally(() => this.open.delete(sent));
      this.open.add(sent);
    }, 10);
  }

  /** Fulfilled when everything that was sent is answered. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.open);
    this.agent.destroy();
  }

  private send(url: string): Promise<void> {
    return new Promise((resolve) => {
      const end = (answer: Answered): void => {
        this.answers.push(answer);
        resolve();
      };
      request(url, { agent: this.agent }, (response) => {
        let body = '';
        response.on('data', (part: Buffer) => (body += part.toString()));
        response.on('end', () => end({ status: response.statusCode, body }));
        response.on('error', (error) => end({ body: error.message }));
      })
        .on('error', (error) => end({ body: error.message }))
        .end();
    });
  }
}
