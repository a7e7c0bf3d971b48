import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { until } from '@gatehouse/testing/until';
import { type Outputs } from '../src/up/outputs';
import { ALL_SOURCES } from './fixture-files';
import { FixtureWorkspace } from './fixture-workspace';
import { heldMegabytes, heldMemoryEnv } from './held-memory';
import { NpmStart } from './npm-start';

export const MAIN = 'apps/local/main.ts';
export const ROUTES = 'apps/local/routes.ts';
export const HANDLER = 'apps/echo/src/index.ts';

/** A stage and a handler that both say which version they are; with each stage another route, for a deployment of its own. */
const routeOf = (version: string): string => `GET /routes/${version}`;
const variableOf = (version: string): string => `variables: { version: '${version}' }`;
const handlerOf = (version: string): string => `import { type APIGatewayProxyEvent } from 'aws-lambda';

export const handler = (event: APIGatewayProxyEvent) =>
  Promise.resolve({ statusCode: 200, body: JSON.stringify([event.stageVariables?.['version'], '${version}']) });
`;

/** `npm start` in a workspace that is edited while it runs. */
export class EditedStart {
  readonly copy = new FixtureWorkspace();
  run!: NpmStart;
  private route = 'r0';

  async start(): Promise<void> {
    this.copy.write('apps/local/tsconfig.json', ALL_SOURCES);
    // More than what the client of the test sends.
    this.copy.replace('environments/base.json', '"rateLimit": 100', '"rateLimit": 10000');
    this.copy.replace('environments/base.json', '"burstLimit": 200', '"burstLimit": 10000');
    const auth = "{ auth: Auth.public('The test asks'), integration }";
    const added = ['GET /version', routeOf(this.route)].map((route) => `  api.addRoute('${route}', ${auth});\n`);
    this.copy.replace(ROUTES, "  api.addRoute('GET /me',", `${added.join('')}  api.addRoute('GET /me',`);
    const stage = 'stage: { name: stage, throttle, accessLog }';
    this.copy.replace(MAIN, stage, `stage: { name: stage, throttle, accessLog, ${variableOf(this.route)} }`);
    writeFileSync(this.copy.path(HANDLER), handlerOf('h0'));
    this.run = new NpmStart(this.copy, [], undefined, heldMemoryEnv(this.heldMemory));
    await this.run.printed('Ctrl-C stops everything.');
  }

  get outputs(): Outputs {
    return JSON.parse(readFileSync(this.copy.path('apps/local/outputs.json'), 'utf8')) as Outputs;
  }

  /** Of the process that serves. */
  async usage(): Promise<{ readonly megabytes: number; readonly threads: number }> {
    const { pid } = JSON.parse(readFileSync(this.copy.path('.terraform-work/emulator.json'), 'utf8')) as {
      pid: number;
    };
    const [, threads] = /^Threads:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return { megabytes: await heldMegabytes(pid, this.heldMemory), threads: Number(threads) };
  }

  private get heldMemory(): string {
    return this.copy.path('.terraform-work/held-memory');
  }

  /** Stage of the API that has the route. */
  get url(): string {
    return this.outputs.apis['desk']?.url ?? '';
  }

  /** Saves a handler of another version, as an editor that renames a new file into place. */
  saveHandler(version: string): void {
    writeFileSync(this.copy.path(`${HANDLER}.tmp`), handlerOf(version));
    renameSync(this.copy.path(`${HANDLER}.tmp`), this.copy.path(HANDLER));
  }

  saveRoute(version: string): void {
    this.copy.replace(ROUTES, routeOf(this.route), routeOf(version));
    this.copy.replace(MAIN, variableOf(this.route), variableOf(version));
    this.route = version;
  }

  /** The stage and the handler that answer now: `r0 h0`. */
  async version(): Promise<string> {
    const response = await fetch(`${this.url}/version`);
    const body = await response.text();
    return response.ok ? (JSON.parse(body) as string[]).join(' ') : `${response.status} ${body}`;
  }

  /** Fulfilled when the stage and the handler of that version answer. */
  async shows(version: string): Promise<void> {
    let now = '';
    await until(
      async () => (now = await this.version()) === version,
      () => `${now}, not ${version}, and\n${this.run.output.slice(-5_000)}`,
    );
  }

  /** Changes something, and waits until all of the texts are printed after that. @returns what was printed since */
  async after(change: () => unknown, ...texts: readonly string[]): Promise<string> {
    const from = this.run.output.length;
    await change();
    const printed = (): string => this.run.output.slice(from);
    await until(
      () => texts.every((text) => printed().includes(text)),
      () => `not yet ${texts.join(', ')} in\n${printed()}`,
    );
    return printed();
  }

  /** Replaces a text in a file. @returns undoes it */
  edit(file: string, text: string, by: string): () => void {
    const before = readFileSync(this.copy.path(file), 'utf8');
    this.copy.replace(file, text, by);
    return () => writeFileSync(this.copy.path(file), before);
  }

  async remove(): Promise<void> {
    await this.run?.stop('SIGTERM');
    this.copy.remove();
  }
}
