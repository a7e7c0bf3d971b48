import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentToNote, forgetApplied, noteApplied } from './applied-content';
import { childEnv } from './child-env';
import { type Diagnostic } from './diagnostics';
import { checkEmulator } from './emulator/emulator-check';
import { explain } from './explain';
import { InitStamp } from './init-stamp';
import { keepingState } from './lost-state/keeping-state';
import { refuseLostState } from './lost-state/lost-state-error';
import { parseJson } from './parse-json';
import { type OutputJson, type PlanJson, type StateJson } from './plan-json';
import { LOCK_TIMEOUT, planArguments } from './plan-arguments';
import { privateFile } from './private-file';
import { withProviderCache } from './provider-cache';
import { workspaceAround } from './workspace-around';
import { findProviderMirrors } from './provider-mirror';
import { withImports } from './with-imports';
import { withRememberedProvider } from './provider/with-remembered-provider';
import { run, type RunOptions, type RunResult } from './run';
import { emulatorEndpoint, readStackConfig } from './stack-config';
import { type StateFile } from './state-file';
import { type Plan, type PlanOptions, type TerraformOptions } from './terraform-options';
import { type ChangeSummary, NOTHING_CHANGED, parseUiLine } from './ui-events';

/** `init` installs providers, so it must not be handed one that runs. */
const STARTS_PROVIDERS = new Set(['apply', 'import', 'plan', 'show', 'validate']);

/**
 * Terraform or OpenTofu, bound to one synthesized stack. Every method throws TerraformError with Terraform's own
 * diagnostics when the command fails, StateLockedError when someone else holds the lock, and InterruptedError when the
 * user stopped it.
 */
export class Terraform {
  private readonly workDirectory: string;
  private readonly dataDirectory: string;
  private readonly stamp: InitStamp;
  /** The last plan of this object, if it makes what the stack says, and the content that it is of. */
  private planned?: { readonly file: string; readonly content?: string };

  constructor(readonly options: TerraformOptions) {
    this.workDirectory = resolve(options.stack.workDirectory);
    this.dataDirectory = join(this.workDirectory, 'data');
    this.stamp = new InitStamp(options.stack, this.dataDirectory);
  }

  /**
   * Prepares backend and providers; left out when it was done before for the same backend, providers and lock file.
   *
   * @param options.backend with `false` only providers: no credentials and no state are needed
   */
  async init({ backend = true }: { backend?: boolean } = {}): Promise<{ skipped: boolean }> {
    const config = readStackConfig(this.options.stack);
    const { binary } = this.options;
    const mirrors = findProviderMirrors(Object.values(config.terraform?.required_providers ?? {}), binary);
    const inputs = { binary, config, mirrors, backend };
    const endpoint = emulatorEndpoint(config);
    if (backend && endpoint) await checkEmulator(endpoint, workspaceAround(this.workDirectory) ?? this.workDirectory);
    // A full init also serves who needs only the providers.
    if (this.stamp.matches(inputs) || this.stamp.matches({ ...inputs, backend: true })) return { skipped: true };

    // Plans hold secrets; nobody else on the machine reads them.
    mkdirSync(this.workDirectory, { recursive: true, mode: 0o700 });
    this.stamp.remove();
    const args = [
      // Versions are exact in the configuration; the lock file in the generated folder must follow them.
      '-upgrade',
      ...(backend ? [] : ['-backend=false']),
      // An emulator starts on another port each time, and what it held is gone: nothing to migrate.
      ...(backend && endpoint ? ['-reconfigure'] : []),
      ...mirrors.map((mirror) => `-plugin-dir=${mirror}`),
    ];
    // A mirror on this machine is linked to, not copied: nothing to share.
    if (mirrors.length > 0) await this.stream('init', args);
    else await withProviderCache(config, binary, (env) => this.stream('init', args, { env }));
    this.stamp.write(inputs);
    return { skipped: false };
  }

  /** Checks the configuration against the providers' schemas; needs neither credentials nor a backend. */
  async validate(): Promise<void> {
    await this.init({ backend: false });
    const result = await this.run(['validate', '-json']);
    const answer = parseJson<{ valid: boolean; diagnostics: Diagnostic[] }>(result.stdout);
    if (!answer?.valid) throw this.failure('validate', result, answer?.diagnostics ?? []);
  }

  /** Makes a plan file. */
  async plan(options: PlanOptions = {}): Promise<Plan> {
    await refuseLostState(this.options);
    const file = resolve(options.out ?? join(this.workDirectory, 'plan.tfplan'));
    // A plan that fails must not leave an older one to be applied by mistake; and it holds secrets.
    privateFile(file);
    const content = contentToNote(this.options.stack);
    const { exitCode, summary } = await withImports(this.options.stack.directory, options.imports ?? [], () =>
      this.stream('plan', planArguments(file, options), { good: [0, 2] }),
    ).catch((error: unknown) => {
      rmSync(file, { force: true });
      throw error;
    });
    const asWritten = !options.destroy && !options.refreshOnly && !options.target;
    this.planned = asWritten ? { file, content } : undefined;
    if (asWritten && exitCode === 0) await noteApplied(this.options.stack, content);
    return { changes: exitCode === 2, file, summary };
  }

  /** The whole plan, secrets included. */
  async showPlan(file = join(this.workDirectory, 'plan.tfplan')): Promise<PlanJson> {
    return this.json<PlanJson>(['show', '-json', '-no-color', resolve(file)]);
  }

  /** The applied state, secrets included. */
  async showState(): Promise<StateJson> {
    return this.json<StateJson>(['show', '-json', '-no-color']);
  }

  /**
   * Applies exactly that plan file; fails when the state has changed since.
   *
   * @param options.journal file for what Terraform does meanwhile; it is gone when Terraform ended by itself, and with
   * it Terraform goes on to its end when we are killed. @default - none
   */
  async apply(
    file = join(this.workDirectory, 'plan.tfplan'),
    { journal }: { journal?: string } = {},
  ): Promise<ChangeSummary | undefined> {
    const content = this.planned?.file === resolve(file) ? this.planned.content : undefined;
    const args = [LOCK_TIMEOUT, resolve(file)];
    return this.noting(content, () =>
      keepingState(this, (onEvent) => this.stream('apply', args, { outputFile: journal, onEvent })),
    );
  }

  /** Plans and applies in one step: nobody reads the plan. */
  async applyUnread(): Promise<ChangeSummary> {
    const content = contentToNote(this.options.stack);
    const summary = await this.noting(content, () => this.stream('apply', ['-auto-approve', LOCK_TIMEOUT]));
    return summary ?? NOTHING_CHANGED;
  }

  /** Removes everything in this stack's state. */
  async destroy(): Promise<ChangeSummary | undefined> {
    const plan = await this.plan({ destroy: true });
    return plan.changes ? this.apply(plan.file) : plan.summary;
  }

  /** Every output, sensitive ones included; empty when nothing has been applied. */
  async output(): Promise<Record<string, OutputJson>> {
    return this.json<Record<string, OutputJson>>(['output', '-json', '-no-color']);
  }

  /** Releases a lock whose holder is dead. */
  async forceUnlock(lockId: string): Promise<void> {
    await this.text('force-unlock', ['force-unlock', '-force', '-no-color', lockId]);
  }

  /** The whole state, secrets included; nothing when the stack was never applied. Starts no provider. */
  async pullState(): Promise<StateFile | undefined> {
    const { readState } = this.options;
    return parseJson<StateFile>(await (readState ? readState() : this.text('state pull', ['state', 'pull'])));
  }

  /** Makes a file the state: under the lock, and only if it is a later state of the same lineage. */
  async pushState(file: string): Promise<void> {
    await this.text('state push', ['state', 'push', '-no-color', LOCK_TIMEOUT, resolve(file)]);
  }

  /** Puts a resource that exists under an address of the configuration. */
  async importResource(address: string, id: string): Promise<void> {
    await refuseLostState(this.options);
    await this.text('import', ['import', '-input=false', '-no-color', LOCK_TIMEOUT, address, id]);
  }

  /** One that is killed may have changed what the state does not have yet: from its start on nobody knows. */
  private async noting(
    content: string | undefined,
    apply: () => Promise<{ summary?: ChangeSummary }>,
  ): Promise<ChangeSummary | undefined> {
    forgetApplied(this.options.stack);
    const { summary } = await apply();
    await noteApplied(this.options.stack, content);
    return summary;
  }

  private async stream(
    command: string,
    args: readonly string[],
    { good = [0], onEvent = this.options.onEvent, ...more }: StreamMore = {},
  ): Promise<{ exitCode: number; summary?: ChangeSummary }> {
    const diagnostics: Diagnostic[] = [];
    let summary: ChangeSummary | undefined;
    const onLine = (line: string): void => {
      const event = parseUiLine(line);
      if (!event) return;
      if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
      if (event.kind === 'summary') summary = event;
      onEvent?.(event);
    };
    const result = await this.run([command, '-json', '-input=false', ...args], { ...more, onLine });
    if (!good.includes(result.exitCode)) throw this.failure(command, result, diagnostics);
    return { exitCode: result.exitCode, summary };
  }

  /** What a command without `-json` prints. */
  private async text(command: string, args: readonly string[]): Promise<string> {
    const result = await this.run(args);
    if (result.exitCode !== 0) throw this.failure(command, result, []);
    return result.stdout;
  }

  private async json<T>(args: readonly string[]): Promise<T> {
    const result = await this.run(args);
    const value = result.exitCode === 0 ? parseJson<T>(result.stdout) : undefined;
    if (value === undefined) throw this.failure(args[0] ?? '', result, []);
    return value;
  }

  private run(args: readonly string[], { env: added, ...more }: RunMore = {}): Promise<RunResult> {
    const { binary, stack, signal } = this.options;
    const { dataDirectory } = this;
    const cwd = stack.directory;
    const config = readStackConfig(stack);
    const env = childEnv({ ...binary.env, ...added }, config, dataDirectory);
    const execute = (attach: NodeJS.ProcessEnv): Promise<RunResult> =>
      run(binary, args, { ...more, cwd, env: { ...env, ...attach }, signal });
    // With a journal Terraform goes on when we are killed: then the provider must be its own.
    if (!STARTS_PROVIDERS.has(args[0] ?? '') || more.outputFile !== undefined) return execute({});
    const readState = async (attach: NodeJS.ProcessEnv): Promise<string | undefined> => {
      if (this.options.isNew || args[0] === 'validate') return '';
      if (this.options.readState) return this.options.readState();
      const { exitCode, stdout } = await run(binary, ['state', 'pull'], { cwd, env: { ...env, ...attach }, signal });
      // Where it fails, the command that is run says why.
      return exitCode === 0 ? stdout : undefined;
    };
    const command = { binary, config, dataDirectory, cwd, env, readState };
    return withRememberedProvider(command, execute, this.options.providers);
  }

  private failure(command: string, result: RunResult, diagnostics: readonly Diagnostic[]): Error {
    const { binary, stack } = this.options;
    const config = readStackConfig(stack);
    return explain({ product: binary.product, command, stack, config, diagnostics, result });
  }
}

type RunMore = Partial<Pick<RunOptions, 'env' | 'onLine' | 'outputFile'>>;
type StreamMore = RunMore & Pick<TerraformOptions, 'onEvent'> & { good?: readonly number[] };
