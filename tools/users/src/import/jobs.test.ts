import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { Progress } from '../file/progress';
import { type Done, type Imported, runJobs } from './jobs';

/** Cognito, as far as jobs need it: each job ends as the next of `ends` says. */
class Jobs {
  readonly asked: string[] = [];
  readonly uploads: string[] = [];
  private readonly states = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly ends: string[],
  ) {}

  async send({ constructor: { name }, input }: { constructor: { name: string }; input: { JobId?: string } }) {
    this.asked.push(name.replace(/UserImportJobCommand$/, ''));
    if (name === 'CreateUserImportJobCommand') {
      const JobId = `job-${this.states.size + 1}`;
      this.states.set(JobId, 'Created');
      return { UserImportJob: { JobId, PreSignedUrl: this.url } };
    }
    const JobId = input.JobId!;
    if (name === 'StartUserImportJobCommand') {
      const end = this.ends.shift()!;
      if (end === 'refused') throw new Error('Rate exceeded');
      this.states.set(JobId, end);
    }
    return { UserImportJob: { JobId, Status: this.states.get(JobId), ImportedUsers: 1, CompletionMessage: 'Why.' } };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-jobs-'));
let server: Server;
let url: string;
let progress: Progress<Done>;

beforeAll(async () => {
  server = createServer((request, response) => void request.resume().on('end', () => response.end()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  progress = new Progress(join(folder, 'progress'));
  progress.done();
});

const run = (jobs: Jobs): Promise<Imported> =>
  runJobs({
    cognito: jobs as unknown as CognitoIdentityProviderClient,
    userPoolId: 'eu-west-1_New',
    logRoleArn: 'arn:aws:iam::111111111111:role/logs',
    target: { logGroup: '/aws/cognito/userpools/eu-west-1_New/new', misfit: () => undefined },
    csvFiles: ['one', 'two'].map((csv) => ({ csv, users: [] })),
    progress,
    print: () => undefined,
  });

it('has a job for each CSV file', async () => {
  expect(await run(new Jobs(url, ['Succeeded', 'Succeeded']))).toEqual({ imported: 2, skipped: 0, failed: 0 });
  expect(existsSync(progress.path)).toBe(true);
  expect(progress.read()).toEqual({ jobs: ['job-1', 'job-2'], rest: 0 });
});

it('makes another one in the place of one that failed, when the import runs again', async () => {
  const jobs = new Jobs(url, ['Succeeded', 'Failed', 'Succeeded']);
  await expect(run(jobs)).rejects.toThrow(
    'Import job job-2: expected it to succeed, found Failed: Why. 1 of its users were imported. ' +
      'The log group /aws/cognito/userpools/eu-west-1_New/new has the rows. Import again: it goes on with a new job.',
  );
  expect(progress.read()).toEqual({ jobs: ['job-1'], rest: 0 });

  jobs.asked.length = 0;
  expect(await run(jobs)).toEqual({ imported: 2, skipped: 0, failed: 0 });
  expect(jobs.asked).toEqual(['Describe', 'Describe', 'Create', 'Start', 'Describe']);
});

it('does not wait for a job that was made and never started', async () => {
  const jobs = new Jobs(url, ['refused', 'Succeeded', 'Succeeded']);
  await expect(run(jobs)).rejects.toThrow('Rate exceeded');

  jobs.asked.length = 0;
  expect(await run(jobs)).toMatchObject({ imported: 2 });
  expect(jobs.asked).toEqual(['Describe', 'Create', 'Start', 'Describe', 'Create', 'Start', 'Describe']);
});
