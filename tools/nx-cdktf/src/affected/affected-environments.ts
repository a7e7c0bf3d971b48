import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseWorktree, commitOf, runNx, withEndpoint } from '@gatehouse/terraform';
import { notedEndpoint } from '../synth/noted-endpoint.cjs';
import { deployedEnvironments } from './deployed-environments';
import { meaning } from './meaning';
import { orphanedStacks, orphanedStates } from './orphaned-states';
import { samePackages } from './same-packages';

export interface AffectedEnvironments {
  /** The commit that was compared with. */
  readonly base: string;
  /** To be planned: Terraform would see something else than at the base, or that is not known. */
  readonly plan: readonly string[];
  /** Touched by a change, and synthesized to the same Terraform all the same. */
  readonly unchanged: readonly string[];
  /** In the base and not here any more, whole environments and single stacks: what they deployed has no owner. */
  readonly orphaned: readonly Orphaned[];
  /** Why some are planned without having been compared. */
  readonly notes: readonly string[];
  /** `plan` as a matrix of GitHub Actions, for `fromJSON`. */
  readonly matrix: { readonly environment: readonly string[] };
}

export interface Orphaned {
  readonly environment: string;
  /** Absent when the whole environment was removed. */
  readonly stack?: string;
  readonly states: readonly string[];
}

/**
 * Narrows `nx affected` by meaning: synthesizes the affected environments here and at a base commit, and compares.
 * When in doubt an environment is planned.
 *
 * @param revision a commit, or what Git takes for one
 * @throws UserError when Git does not know the revision, and when an environment does not synthesize here
 */
export async function affectedEnvironments(workspaceRoot: string, revision: string): Promise<AffectedEnvironments> {
  const base = commitOf(workspaceRoot, revision);
  const here = deployedEnvironments(workspaceRoot);
  const affected = (await affectedProjects(workspaceRoot, base)).filter((name) => here.includes(name)).sort();
  const worktree = new BaseWorktree(workspaceRoot, base);
  try {
    const there = deployedEnvironments(worktree.root);
    const removed = there.filter((name) => !here.includes(name));
    const comparable = samePackages(workspaceRoot, worktree.root);
    const compared = comparable ? affected.filter((name) => there.includes(name)) : [];

    const failure = await forOneEmulator(workspaceRoot, async () => {
      const ofBase = await synthesizeBase(worktree.root, [...compared, ...removed]);
      await synthesize(workspaceRoot, compared);
      return ofBase;
    });
    const unchanged = compared.filter((name) => sameMeaning(workspaceRoot, worktree.root, name));
    const plan = affected.filter((name) => !unchanged.includes(name));
    return {
      base,
      plan,
      unchanged,
      orphaned: [
        ...compared.flatMap((environment) => stacksOf(workspaceRoot, worktree.root, environment)),
        ...removed.map((environment) => ({ environment, states: statesOf(worktree.root, environment) })),
      ],
      notes: [
        ...(comparable ? [] : [OTHER_PACKAGES]),
        ...(failure === undefined ? [] : [`not everything synthesizes at the base. ${failure}`]),
      ],
      matrix: { environment: plan },
    };
  } finally {
    worktree.remove();
  }
}

const OTHER_PACKAGES = 'package-lock.json installs other packages than at the base: nothing was compared';

async function affectedProjects(workspaceRoot: string, base: string): Promise<string[]> {
  const args = ['show', 'projects', '--affected', `--base=${base}`, '--with-target=plan', '--json'];
  return JSON.parse(await runNx(workspaceRoot, args)) as string[];
}

/** The worktree has none of its own, and the two must not differ by its address. A person may have named one. */
function forOneEmulator<T>(workspaceRoot: string, work: () => Promise<T>): Promise<T> {
  const noted = process.env['GATEHOUSE_AWS_ENDPOINT'] ? undefined : notedEndpoint(workspaceRoot);
  return noted === undefined ? work() : withEndpoint(noted, work);
}

async function synthesize(workspaceRoot: string, names: readonly string[]): Promise<void> {
  if (names.length > 0) await runNx(workspaceRoot, ['run-many', '-t', 'synth', '-p', names.join()]);
}

/** A base that is broken is no reason to fail: whatever it lacks is planned. @returns what went wrong */
async function synthesizeBase(root: string, names: readonly string[]): Promise<string | undefined> {
  try {
    await synthesize(root, names);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function sameMeaning(workspaceRoot: string, baseRoot: string, name: string): boolean {
  const [here, there] = [workspaceRoot, baseRoot].map((root) => join(root, 'apps', name));
  return isSynthesized(there!) && meaning(here!) === meaning(there!);
}

const statesOf = (root: string, name: string): string[] => {
  const app = join(root, 'apps', name);
  return isSynthesized(app) ? orphanedStates(app) : [];
};

function stacksOf(workspaceRoot: string, baseRoot: string, environment: string): Orphaned[] {
  const [here, there] = [workspaceRoot, baseRoot].map((root) => join(root, 'apps', environment));
  if (!isSynthesized(there!)) return [];
  return orphanedStacks(there!, here!).map((orphan) => ({ environment, ...orphan }));
}

const isSynthesized = (app: string): boolean => existsSync(join(app, 'cdktf.out/manifest.json'));
