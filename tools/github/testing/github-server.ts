import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { refuse } from './github-answers';
import { routes } from './github-routes';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Thing {
  readonly id: number;
  readonly user: { login: string };
  body: string;
}

export interface IssueThing extends Thing {
  readonly number: number;
  title: string;
  state: string;
  labels: string[];
  pull_request?: object;
  closed_by?: { login: string };
  comments: string[];
}

export interface GitHubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

/** What one request is answered with in place of what the server would do; `done`: it does it all the same. */
export interface Incident {
  readonly request: RegExp;
  readonly answer: Answer;
  readonly done?: boolean;
}

/** A process of its own port that behaves as GitHub's REST API does where this package uses it. */
export class GitHubServer {
  readonly token = 'ghs_secretOfTheTest';
  readonly login = 'github-actions[bot]';
  readonly comments: Thing[] = [];
  readonly issues: IssueThing[] = [];
  readonly environments: Record<string, unknown> = {};
  readonly pulls: unknown[] = [];
  /** The pull request, as GraphQL has it. */
  discussion: unknown = null;
  readonly runs: Record<string, unknown>[] = [];
  /** Method and path of every request, in order. */
  readonly seen: string[] = [];
  /** Every path as it was asked for. */
  readonly paths = new Set<string>();
  readonly incidents: Incident[] = [];
  /** As for a pull request from a fork. */
  readOnly = false;
  /** Of a body, in characters. */
  longest = 65_536;
  private server!: Server;

  async start(): Promise<this> {
    this.server = createServer((request, response) => void this.handle(request, response));
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url!, this.url);
    const body = await readJson(incoming);
    // GitHub Enterprise Server has the same API elsewhere: /api/v3 and /api/graphql.
    const path = url.pathname.replace(/^\/api(\/v3)?(?=\/)/, '');
    const request = { method: incoming.method!, path, query: url.searchParams, body };
    const line = `${request.method} ${request.path}`;
    this.seen.push(line);
    this.paths.add(url.pathname);
    const index = this.incidents.findIndex((each) => each.request.test(line));
    const [incident] = index < 0 ? [] : this.incidents.splice(index, 1);
    const authorized = /^(token|bearer) (.*)$/i.exec(incoming.headers.authorization ?? '')?.[2] === this.token;
    const own =
      incident && !incident.done ? undefined : authorized ? this.route(request) : refuse(401, 'Bad credentials');
    const { status, body: data, headers } = incident?.answer ?? own!;
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '4999',
      'x-github-request-id': 'F00D:1',
      ...headers,
    });
    response.end(data === undefined ? '' : JSON.stringify(data));
  }

  private route(request: GitHubRequest): Answer {
    if (this.readOnly && request.method !== 'GET' && request.path !== '/graphql') {
      return refuse(403, 'Resource not accessible by integration');
    }
    if (typeof request.body.body === 'string' && request.body.body.length > this.longest) {
      const message = `body is too long (maximum is ${this.longest} characters)`;
      const errors = [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }];
      return refuse(422, 'Validation Failed', { errors });
    }
    for (const [pattern, answer] of routes) {
      const match = pattern.exec(`${request.method} ${request.path}`);
      if (match) return answer(this, request, match.slice(1));
    }
    return refuse(404, 'Not Found');
  }
}

async function readJson(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}
