import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appliedContent, contentToNote, forgetApplied, noteApplied, stateIn } from './applied-content';
import { stackContent } from './stack-content';
import { type StateFile } from './state-file';
import { type Stack } from './stacks';

let folder: string;
let stack: Stack;
let server: Server;
let state: Pick<StateFile, 'lineage' | 'serial'> & { version: number };

/** An S3 with one object, the state. */
const s3 = () =>
  createServer((request, response) => {
    if (request.url?.includes('list-type=2')) {
      response.setHeader('content-type', 'application/xml');
      return response.end('<ListBucketResult><Contents><Key>local/api.tfstate</Key></Contents></ListBucketResult>');
    }
    return response.end(JSON.stringify(state));
  });

const writeStack = (config: object): void =>
  writeFileSync(join(stack.directory, 'cdk.tf.json'), JSON.stringify(config));

const configFor = (endpoint: string, more: object = {}) => ({
  terraform: {
    backend: {
      s3: {
        bucket: 'states',
        key: 'local/api.tfstate',
        region: 'eu-west-1',
        endpoints: { s3: endpoint },
        use_path_style: true,
      },
    },
  },
  ...more,
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-applied-'));
  const directory = join(folder, 'cdktf.out', 'stacks', 'local-api');
  mkdirSync(join(directory, 'assets'), { recursive: true });
  const workDirectory = join(folder, 'apps', 'local', '.terraform-work', 'local-api');
  stack = { name: 'local-api', app: 'local', directory, workDirectory, dependencies: [] };
  server = s3().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  state = { version: 4, lineage: 'l', serial: 3 };
  writeStack(configFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

describe('what a state was applied from', () => {
  it('is known of that very state', async () => {
    const content = contentToNote(stack);
    await noteApplied(stack, content);

    expect(content).toBe(stackContent(stack));
    expect(appliedContent(stack, await stateIn(stack))).toBe(content);
  });

  it.each([
    ['when something else changed it', { serial: 4 }],
    ['in an emulator that started anew', { lineage: 'other' }],
  ])('is not known %s', async (_, other) => {
    await noteApplied(stack, contentToNote(stack));
    state = { ...state, ...other };

    expect(appliedContent(stack, await stateIn(stack))).toBeUndefined();
  });

  it('is not known from the moment that an apply starts', async () => {
    await noteApplied(stack, contentToNote(stack));
    forgetApplied(stack);

    expect(appliedContent(stack, await stateIn(stack))).toBeUndefined();
  });

  it('is not noted on AWS, whose memory nobody restores', () => {
    writeStack(configFor('https://s3.eu-west-1.amazonaws.com'));

    expect(contentToNote(stack)).toBeUndefined();
  });
});

describe('the content of a stack', () => {
  it('is another when its JSON or an archive is', () => {
    const before = stackContent(stack);
    writeFileSync(join(stack.directory, 'assets', 'code.zip'), 'a');
    const withCode = stackContent(stack);
    writeFileSync(join(stack.directory, 'assets', 'code.zip'), 'b');

    expect(new Set([before, withCode, stackContent(stack)]).size).toBe(3);
  });

  it('is the same when only the code of a service is another, and not that of other functions', () => {
    const withCode = (name: string, hash: string): string => {
      const filename = `assets/${hash}/${name}.zip`;
      mkdirSync(join(stack.directory, 'assets', hash), { recursive: true });
      writeFileSync(join(stack.directory, filename), hash);
      writeStack(configFor('', { resource: { aws_lambda_function: { f: { filename, source_code_hash: hash } } } }));
      const content = stackContent(stack);
      rmSync(join(stack.directory, 'assets', hash), { recursive: true });
      return content;
    };
    mkdirSync(join(folder, 'apps', 'api', 'dist'), { recursive: true });
    writeFileSync(join(folder, 'apps', 'api', 'dist', 'api.zip'), '');

    expect(withCode('api', 'a')).toBe(withCode('api', 'b'));
    expect(withCode('other', 'a')).not.toBe(withCode('other', 'b'));
  });

  it('is the same after Terraform left its lock file and what it imports', () => {
    const before = stackContent(stack);
    for (const name of ['.terraform.lock.hcl', 'imports.tf.json']) writeFileSync(join(stack.directory, name), '{}');

    expect(stackContent(stack)).toBe(before);
  });
});
