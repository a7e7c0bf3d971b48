import { type ServerResponse } from 'node:http';

/** Open connections that hear of each reload. */
export class Events {
  private readonly open = new Set<ServerResponse>();

  /** Answers with a stream that begins with the revision of now. */
  add(response: ServerResponse, revision: number): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(eventOf(revision));
    this.open.add(response);
    response.on('close', () => this.open.delete(response));
  }

  send(revision: number): void {
    for (const response of this.open) response.write(eventOf(revision));
  }
}

const eventOf = (revision: number): string => `event: data\ndata: ${JSON.stringify({ revision })}\n\n`;
