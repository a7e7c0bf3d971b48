import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { writeStack } from '../../testing/stack';
import { type Stack } from '../stacks';
import { currentStates } from './current-states';

const state = (serial: number): string => JSON.stringify({ version: 4, lineage: 'a1', serial });
const object = (key: string, id: string, latest = true, tag = 'Version'): string =>
  `<${tag}><Key>${key}</Key><VersionId>${id}</VersionId><IsLatest>${latest}</IsLatest>` +
  `<LastModified>2026-01-0${id.slice(1)}T00:00:00.000Z</LastModified></${tag}>`;
const page = (more: string, ...objects: string[]): string =>
  `<ListVersionsResult>${objects.join('')}${more}</ListVersionsResult>`;

/** What S3 answers, by the path or by where a list goes on. */
let answers: Record<string, string>;
const server = createServer(({ url = '' }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const asked = searchParams.has('versions')
    ? `${searchParams.get('prefix')} ${searchParams.get('key-marker') ?? ''}`.trim()
    : `${pathname} ${searchParams.get('versionId')}`;
  response.writeHead(asked in answers ? 200 : 404, { 'content-type': 'application/xml' }).end(answers[asked]);
});
let endpoint: string;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const stackOf = (name: string, key: string): Stack =>
  writeStack(name, {
    terraform: {
      backend: { s3: { bucket: 'state', key, region: 'eu-west-1', use_path_style: true, endpoints: { s3: endpoint } } },
    },
  });

describe('the states of an environment', () => {
  it('are those of its stacks and those that no stack has, each as its newest version, over all pages', async () => {
    answers = {
      'dev/': page(
        '<IsTruncated>true</IsTruncated><NextKeyMarker>dev/api.tfstate</NextKeyMarker>',
        object('dev/api.tfstate', 'v3'),
        object('dev/api.tfstate', 'v1', false),
        object('dev/lost/api.tfstate', 'v1'),
      ),
      'dev/ dev/api.tfstate': page(
        '<IsTruncated>false</IsTruncated>',
        object('dev/api.tfstate.tflock', 'v4'),
        object('dev/gone.tfstate', 'v2', false),
        object('dev/gone.tfstate', 'v3', true, 'DeleteMarker'),
        object('dev/old.tfstate', 'v2'),
      ),
      '/state/dev/api.tfstate v3': state(7),
      '/state/dev/old.tfstate v2': state(2),
    };
    const found = await currentStates([stackOf('dev-api', 'dev/api.tfstate'), stackOf('dev-new', 'dev/new.tfstate')]);

    expect(
      found.map(({ earlier, key, stack, state: { serial }, versionId }) => ({
        key,
        stack,
        serial,
        versionId,
        earlier,
      })),
    ).toEqual([
      {
        ...{ key: 'dev/api.tfstate', stack: 'dev-api', serial: 7, versionId: 'v3' },
        earlier: [{ versionId: 'v1', modified: '2026-01-01T00:00:00.000Z' }],
      },
      { key: 'dev/old.tfstate', stack: undefined, serial: 2, versionId: 'v2', earlier: [] },
    ]);
  });

  it('are only those of its stacks where others share the folder', async () => {
    answers = {
      'shared/api.tfstate': page('', object('shared/api.tfstate', 'v1'), object('shared/api.tfstate.tflock', 'v1')),
      '/state/shared/api.tfstate v1': state(1),
    };
    const found = await currentStates([stackOf('dev-api', 'shared/api.tfstate')]);

    expect(found.map(({ key }) => key)).toEqual(['shared/api.tfstate']);
  });

  it('are refused when one is no state', async () => {
    answers = { 'dev/': page('', object('dev/api.tfstate', 'v1')), '/state/dev/api.tfstate v1': '{"cut' };

    await expect(currentStates([stackOf('dev-api', 'dev/api.tfstate')])).rejects.toThrow(
      's3://state/dev/api.tfstate, version v1: expected a Terraform state, found something else.',
    );
  });
});
