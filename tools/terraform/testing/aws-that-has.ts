import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { emulatedAws } from './cloud';

type Page = readonly object[];

/** What it has; of lists one page after the other. */
export interface Has {
  /** As `DescribeUserPool` gives them. */
  readonly pools?: readonly Page[];
  /** Of every pool, as `DescribeUserPoolClient` gives them. */
  readonly clients?: readonly Page[];
  /** As `DescribeIdentityPool` gives them. */
  readonly identityPools?: readonly Page[];
  readonly restApis?: readonly Page[];
  readonly httpApis?: readonly Page[];
  /** In the bucket `state`, by their keys. */
  readonly states?: Readonly<Record<string, object>>;
  /** What requests have to be signed for, such as `us-east-1/apigateway`. @default - anything */
  readonly signedFor?: string;
  /** What it refuses, such as `ListUserPools`. */
  readonly refused?: string;
}

/** An AWS with just this, until the test file ends. @returns its address */
export async function awsThatHas(has: Has): Promise<string> {
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://aws');
      const [, action] = String(request.headers['x-amz-target'] ?? '').split('.');
      const asked = action ?? url.pathname;
      const isState = asked.startsWith('/state');
      const isSigned = isState || request.headers.authorization?.includes(`/${has.signedFor ?? ''}`) === true;
      const isRefused = asked === has.refused || !isSigned;
      const answer = isRefused ? undefined : answerOf(has, asked, body ? JSON.parse(body) : {}, url);
      if (answer !== undefined) return response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      const refusal = { __type: 'AccessDeniedException', message: `You are not authorized to perform ${asked}` };
      response.writeHead(isState ? 404 : 403);
      return response.end(isState ? '<Error><Code>NoSuchKey</Code></Error>' : JSON.stringify(refusal));
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The backend and the provider of a stack that talks to it. */
export function talkingTo(endpoint: string, key: string, provider: object = {}) {
  const { provider: blocks } = emulatedAws({ endpoint } as Parameters<typeof emulatedAws>[0]);
  const s3 = { bucket: 'state', key, region: 'eu-west-1', endpoints: { s3: endpoint }, use_path_style: true };
  return { terraform: { backend: { s3 } }, provider: { aws: [{ ...blocks.aws[0], ...provider }] } };
}

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Asked = Readonly<Record<string, unknown>>;

function answerOf(has: Has, asked: string, input: Asked, url: URL): object | string | undefined {
  switch (asked) {
    case 'ListUserPools': {
      const { items, next } = pageOf(has.pools, input['NextToken']);
      return { UserPools: items, NextToken: next };
    }
    case 'DescribeUserPool':
      return { UserPool: find(has.pools, 'Id', input['UserPoolId']) };
    case 'ListUserPoolClients': {
      const { items, next } = pageOf(has.clients, input['NextToken']);
      return { UserPoolClients: items, NextToken: next };
    }
    case 'DescribeUserPoolClient':
      return { UserPoolClient: find(has.clients, 'ClientId', input['ClientId']) };
    case 'ListIdentityPools': {
      const { items, next } = pageOf(has.identityPools, input['NextToken']);
      return { IdentityPools: items, NextToken: next };
    }
    case 'DescribeIdentityPool':
      return find(has.identityPools, 'IdentityPoolId', input['IdentityPoolId']);
    case '/restapis': {
      const { items, next } = pageOf(has.restApis, url.searchParams.get('position'));
      return { item: items, position: next };
    }
    case '/v2/apis': {
      const { items, next } = pageOf(has.httpApis, url.searchParams.get('nextToken'));
      return { items, nextToken: next };
    }
    default:
      return objectOrKeys(has.states ?? {}, url);
  }
}

/** What S3 answers. */
function objectOrKeys(states: Readonly<Record<string, object>>, url: URL): object | string | undefined {
  if (!url.searchParams.has('list-type')) return states[url.pathname.replace(/^\/state\//, '')];
  const keys = Object.keys(states).filter((key) => key.startsWith(url.searchParams.get('prefix') ?? ''));
  return `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`;
}

function pageOf(pages: readonly Page[] = [[]], token: unknown) {
  const at = Number(token ?? 0);
  return { items: pages[at], next: at + 1 < pages.length ? String(at + 1) : undefined };
}

const find = (pages: readonly Page[] = [], by: string, value: unknown): object | undefined =>
  pages.flat().find((each) => (each as Asked)[by] === value);

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
