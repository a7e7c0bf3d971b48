import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processEnv } from '../src/process-env';
import { type Checkout } from './checkout';
import { type GitHubServer } from './github-server';
import { type RoleSource } from './role-source';
import { runScript, type StepResult } from './run-script';
import { type Outcome, type ReadyStep, type Result, runWorkflow } from './workflow-run';
import { workflows } from './workflows';

/** What makes a workflow run. */
export interface Event {
  readonly file: string;
  readonly runId: string;
  readonly sha: string;
  readonly event: 'pull_request' | 'push' | 'workflow_dispatch' | 'schedule';
  readonly ref: string;
  readonly payload?: object;
  readonly inputs?: Readonly<Record<string, string | boolean>>;
  readonly displaced?: RegExp;
  /** Variables of the repository. @default - none is set */
  readonly vars?: Readonly<Record<string, string>>;
}

export interface Run {
  readonly jobs: Readonly<Record<string, Result>>;
  /** Of every script, by job and name of the step. */
  readonly steps: Readonly<Record<string, StepResult>>;
}

const REPOSITORY = 'acme/shop';

/** GitHub's machines: does every step of a run, in the clone, with stand-ins for the actions of others. */
export class HostedRunner {
  /** Every script that ran. */
  readonly scripts = new Set<string>();
  private readonly artifacts = mkdtempSync(join(tmpdir(), 'gatehouse-artifacts-'));
  private readonly empty = mkdtempSync(join(tmpdir(), 'gatehouse-empty-'));
  private readonly programs = mkdtempSync(join(tmpdir(), 'gatehouse-programs-'));

  /** @param notHere whether a script is left out */
  constructor(
    private readonly clone: Checkout,
    private readonly server: GitHubServer,
    private readonly roles: RoleSource,
    private readonly notHere: (script: string) => boolean,
  ) {
    // What npx does with a program that is installed, without the second that npm takes for it.
    writeFileSync(join(this.programs, 'npx'), '#!/bin/sh\nexec "./node_modules/.bin/$@"\n', { mode: 0o755 });
  }

  remove(): void {
    for (const folder of [this.artifacts, this.empty, this.programs]) rmSync(folder, { recursive: true });
  }

  /** @returns what became of every job and every script */
  async run({ file, displaced, vars, inputs = {}, ...event }: Event): Promise<Run> {
    const steps: Record<string, StepResult> = {};
    let job = { title: '', folder: this.empty, env: {} as Record<string, string> };
    const step = async (ready: ReadyStep): Promise<Outcome> => {
      if (job.title !== ready.job) job = { title: ready.job, folder: this.empty, env: {} };
      if (ready.run === undefined) return this.act(ready, job, event);
      if (this.notHere(ready.run)) return { ok: true };
      this.scripts.add(ready.run);
      const result = await runScript(ready, job.folder, { ...this.variables(event), ...job.env, ...ready.env });
      steps[`${ready.job}: ${ready.name}`] = result;
      return { ok: result.exitCode === 0, outputs: result.outputs };
    };
    const github = {
      ...{ token: this.server.token, server_url: 'https://github.com', repository: REPOSITORY, run_id: event.runId },
      ...{ event_name: event.event, ref: event.ref, sha: event.sha, event: { ...event.payload, inputs }, actor: 'ada' },
    };
    const hashFiles = (...files: readonly string[]) =>
      files.filter((name) => existsSync(join(job.folder, name))).join();
    const jobs = await runWorkflow({ workflows: workflows(), file, github, vars, inputs, step, displaced, hashFiles });
    return { jobs, steps };
  }

  private variables({ runId, sha, event, ref }: Pick<Event, 'runId' | 'sha' | 'event' | 'ref'>) {
    const { HOME = '', PATH = '', GOGC, TF_CLI_CONFIG_FILE } = processEnv();
    return {
      ...{
        HOME,
        PATH: `${this.programs}:${PATH}`,
        NX_ISOLATE_PLUGINS: 'false',
        FORCE_COLOR: '0',
        CHECKPOINT_DISABLE: '1',
      },
      ...(GOGC !== undefined && { GOGC }),
      ...(TF_CLI_CONFIG_FILE !== undefined && { TF_CLI_CONFIG_FILE }),
      ...{ GITHUB_ACTIONS: 'true', GITHUB_API_URL: this.server.url, GITHUB_SERVER_URL: 'https://github.com' },
      ...{ GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: runId, GITHUB_SHA: sha, GITHUB_EVENT_NAME: event },
      ...{ GITHUB_REF: ref, GITHUB_REF_NAME: ref.replace(/^refs\/(heads|pull)\//, ''), GITHUB_ACTOR: 'ada' },
      // All of AWS that a runner reaches.
      ...{ AWS_ENDPOINT_URL: this.roles.aws, AWS_EC2_METADATA_DISABLED: 'true' },
    };
  }

  private async act(
    { uses = '', with: input = {}, ...ready }: ReadyStep,
    job: { folder: string; env: Record<string, string> },
    event: Pick<Event, 'runId' | 'sha' | 'event' | 'ref'>,
  ): Promise<Outcome> {
    const options = input as Readonly<Record<string, string | boolean | undefined>>;
    const text = (name: string): string => String(options[name] ?? '');
    const [action = ''] = uses.split('@');
    const path = join(job.folder, text('path'));
    if (action === 'actions/checkout') {
      job.folder = this.clone.checkOut(text('ref') || event.sha);
    } else if (action === 'aws-actions/configure-aws-credentials') {
      const credentials = await this.roles.take(text('role-to-assume'), ready, event);
      if (credentials === undefined) return { ok: false };
      Object.assign(job.env, credentials, { AWS_REGION: text('aws-region') });
    } else if (action === 'actions/upload-artifact') {
      const target = join(this.artifacts, event.runId, text('name'));
      for (const name of text('path').trim().split('\n')) {
        if (existsSync(join(job.folder, name))) cpSync(join(job.folder, name), join(target, name), { recursive: true });
      }
    } else if (action === 'actions/download-artifact') {
      const all = join(this.artifacts, text('run-id') || event.runId);
      const [prefix = ''] = text('pattern').split('*');
      const wanted = (existsSync(all) ? readdirSync(all) : []).filter((name) =>
        text('name') ? name === text('name') : name.startsWith(prefix),
      );
      if (text('name') && wanted.length === 0) return { ok: false };
      for (const name of wanted) cpSync(join(all, name), path, { recursive: true });
    }
    return { ok: true };
  }
}
