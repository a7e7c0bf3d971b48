import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type BootstrapTarget, bootstrapTargets } from '@gatehouse/environment';
import { awsClients, whoAmI } from '../src/aws';
import { createRemoteState, readRemoteState } from '../src/state/remote-state';

/** What S3 answers next, by method. */
const answers: Record<string, { status: number; headers?: Record<string, string>; body?: string }> = {};
let server: Server;
let endpoint: string;
let target: BootstrapTarget;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { status, headers, body } = answers[request.method ?? ''] ?? { status: 500 };
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [first] = bootstrapTargets();
  target = {
    ...first!,
    endpoint,
    account: '111111111111',
    region: 'eu-west-1',
    state: { ...first!.state, bucket: 'acme' },
  };
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const s3 = () => awsClients(target).s3;
const error = (code: string) => `<Error><Code>${code}</Code><Message>No.</Message></Error>`;

describe('a bucket that AWS refuses', () => {
  it.each([
    [403, {}, 'Bucket acme: expected it to be free, or of account 111111111111 and open to you; found neither.'],
    [301, { 'x-amz-bucket-region': 'us-east-1' }, 'Bucket acme: expected it in eu-west-1, found it in us-east-1.'],
  ])('fails with what to do after %i', async (status, headers, message) => {
    answers['HEAD'] = { status, headers };
    await expect(readRemoteState(s3(), target)).rejects.toThrow(message);
  });

  it('is none when there is none, or no state in it', async () => {
    answers['HEAD'] = { status: 404 };
    expect(await readRemoteState(s3(), target)).toBeUndefined();
    answers['HEAD'] = { status: 200 };
    answers['GET'] = { status: 404, body: error('NoSuchKey') };
    expect(await readRemoteState(s3(), target)).toBeUndefined();
  });

  it('fails when what is stored is no state', async () => {
    answers['HEAD'] = { status: 200 };
    answers['GET'] = { status: 200, body: 'half a st' };
    await expect(readRemoteState(s3(), target)).rejects.toThrow('expected a Terraform state, found something else');
  });

  it('fails when another run stored its state first', async () => {
    answers['PUT'] = { status: 412, body: error('PreconditionFailed') };
    const stored = createRemoteState(s3(), target, {
      text: '{}',
      keyArn: 'arn:aws:kms:eu-west-1:111111111111:key/a',
    });
    await expect(stored).rejects.toThrow('another run stored its state there in the meantime');
  });
});

it('fails when no emulator answers, and says which variable names it', async () => {
  await expect(whoAmI({ region: 'eu-west-1', endpoint: 'http://127.0.0.1:1' })).rejects.toThrow(
    'set GATEHOUSE_AWS_ENDPOINT',
  );
});
