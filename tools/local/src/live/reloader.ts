import { loadEnvironment, type Environment } from '@gatehouse/environment';
import { type ServiceBuilder } from '@gatehouse/services';
import { readStacks, type Stack, takeTurn } from '@gatehouse/terraform';
import { GivenUp, type Step } from '../console';
import { iamClient } from '../up/aws-clients';
import { createBoundary } from '../up/boundary';
import { LOCAL, localApp } from '../up/deploy';
import { workspaceRoot } from '../workspace';
import { applyChanged, type ApplyParts, changedStacks, refuseProblems } from './apply/apply-changed';
import { type LiveFolder } from './apply/live-folder';
import { askBeforePeopleGo } from './apply/people';
import { type Round } from './loop';
import { readUsers, reloadUsers } from './reload-users';
import { Serving, type ServingParts } from './serving';
import { type Typecheck } from './typecheck/typecheck';
import { type Changes } from './watch/changes';

export interface ReloaderParts extends ApplyParts, ServingParts {
  readonly builder: ServiceBuilder;
  readonly typecheck: Typecheck;
  readonly folder: LiveFolder;
  /** Names of the services. */
  readonly services: () => readonly string[];
}

/** What a round brings from the sources to what is served. */
export class Reloader {
  /** The stacks that were saved last are not served: archives that were built for them wait. */
  private isBehind = false;

  private readonly serving: Serving;

  constructor(private readonly parts: ReloaderParts) {
    this.serving = new Serving(parts);
  }

  /** @throws what kept it from being served; what ran goes on then */
  async reload(changes: Changes, round: Round): Promise<void> {
    // Handlers and routes that were saved together are served together.
    if (changes.stacks) {
      this.isBehind = true;
      await this.inTurn(() => this.reloadStacks(round, changes));
      this.isBehind = false;
      return;
    }
    if (changes.services.size > 0) await this.reloadFunctions([...changes.services], round);
    else if (changes.archives && !this.isBehind) await this.renewFunctions();
    if (changes.states) await this.inTurn(() => this.readStates());
    if (changes.users) await this.reloadUsers();
  }

  private async reloadFunctions(services: readonly string[], { signal }: Round): Promise<void> {
    const { builder, live, onServed, reporter } = this.parts;
    await reporter.step(`Build ${services.join(', ')}`, async (step) => {
      for (const name of services) await builder.build(name);
      // The handler may be built as it was saved with routes meanwhile.
      signal.throwIfAborted();
      const renewed = await live.current.gateway.renewFunctions();
      onServed({ functions: renewed });
      step.found(renewed.length > 0 ? servedAgain(renewed) : 'Built: the code of the functions is the same');
    });
    // It is served already, as a bundler does; the next save does not wait for a mistake to be found.
    const problems = this.problemsIn(services.map((name) => `apps/${name}`));
    void problems.then((found) => found.length > 0 && reporter.say(found.join('\n')));
  }

  /** Archives were built: by us, or by a command in another terminal. */
  private async renewFunctions(): Promise<void> {
    const renewed = await this.parts.live.current.gateway.renewFunctions();
    if (renewed.length === 0) return;
    this.parts.reporter.say(servedAgain(renewed));
    this.parts.onServed({ functions: renewed });
  }

  private async reloadStacks(round: Round, { states }: Changes): Promise<void> {
    const { builder, folder, live, reporter, services } = this.parts;
    const before = live.current;
    if (states) await this.forgetAppliedElsewhere(before.stacks);
    const applied = await reporter.step('Reload', async (step) => {
      const environment = loadEnvironment(LOCAL);
      const users = readUsers();
      const types = this.problemsIn([`apps/${LOCAL}`]);
      step.doing('synthesize');
      for (const name of services()) await builder.build(name);
      const stacks = await unlessAborted(folder.synthesize(round.signal), round);
      const lines = await unlessAborted(this.apply(stacks, environment, { round, step, types }), round);
      await this.serving.serve(stacks, environment, users);
      step.found(lines.length > 0 ? `Served: ${lines.join('; ')}` : 'Served: nothing to apply');
      return lines;
    });
    this.serving.tell(before.surface, { stacks: applied });
    await this.serving.tellOrphans(before.stacks, live.current.stacks);
  }

  private async apply(
    stacks: readonly Stack[],
    environment: Environment,
    { round, step, types }: { round: Round; step: Step; types: Promise<readonly string[]> },
  ): Promise<string[]> {
    const { cognito } = this.parts.live.current;
    if (changedStacks(stacks, this.parts).length > 0) await this.renewBoundary(environment, stacks);
    const lines = await applyChanged(this.parts, {
      stacks,
      step,
      beforeApply: async (stack, plan) => {
        step.doing('check types');
        refuseProblems(await types);
        if (plan)
          await askBeforePeopleGo(stack, plan, { cognito, reporter: this.parts.reporter, signal: round.signal });
        round.commit();
      },
    });
    refuseProblems(await types);
    return lines;
  }

  /** Where they cannot be checked, for want of memory for example, that is said; `npx nx deploy` checks them too. */
  private problemsIn(projects: readonly string[]): Promise<readonly string[]> {
    const { reporter, typecheck } = this.parts;
    return typecheck.check(projects).catch((error: Error) => {
      if (!(error instanceof GivenUp))
        reporter.say(`The types of ${projects.join(', ')} were not checked. ${error.message}`);
      return [];
    });
  }

  private renewBoundary(environment: Environment, stacks: readonly Stack[]): Promise<void> {
    const { emulator } = this.parts.live.current;
    return createBoundary(iamClient(emulator.url, environment.region), environment, stacks);
  }

  /** Another process applied something. */
  private async readStates(): Promise<void> {
    const { live, reporter } = this.parts;
    const { surface: before } = live.current;
    const environment = loadEnvironment(LOCAL);
    // What the command synthesized.
    const stacks = readStacks(localApp());
    await this.forgetAppliedElsewhere(stacks);
    await this.renewBoundary(environment, stacks);
    await reporter.step('Read what was applied', async (step) => {
      await this.serving.serve(stacks, environment, readUsers());
      step.found('Served: what was applied by another command');
    });
    this.serving.tell(before, {});
  }

  /** What another process applied a stack with is not known here: the next reload plans it. */
  private async forgetAppliedElsewhere(stacks: readonly Stack[]): Promise<void> {
    const { applied, states } = this.parts;
    for (const name of await states.changed(stacks)) applied.delete(name);
  }

  private async reloadUsers(): Promise<void> {
    await this.parts.reporter.step('Users', async (step) => {
      const { line, users } = await reloadUsers(this.parts.live);
      this.parts.onServed({ users });
      step.found(line);
    });
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    const free = await takeTurn(workspaceRoot, 'npm start', (text) => this.parts.reporter.say(text));
    try {
      await work();
    } finally {
      free();
    }
  }
}

/** What a round that was given up meets then, such as a killed process, is no failure. */
const unlessAborted = <T>(work: Promise<T>, { signal }: Round): Promise<T> =>
  work.catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });

const servedAgain = (names: readonly string[]): string => `Served again: ${names.join(', ')}`;
