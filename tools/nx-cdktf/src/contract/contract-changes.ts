import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BaseWorktree, commitOf, runNx } from '@gatehouse/terraform';
import { deployedEnvironments } from '../affected/deployed-environments';
import { compareContracts, type ContractChange } from './compare-contracts';

export interface ContractChanges {
  /** The commit that was compared with. */
  readonly base: string;
  readonly apis: readonly ChangedContract[];
  /** Why some were not compared. */
  readonly notes: readonly string[];
}

/** An API whose contract is another one than at the base, in the same way in each of these environments. */
export interface ChangedContract extends ContractChange {
  /** `api/api`: stack, without its environment, and API. */
  readonly api: string;
  readonly environments: readonly string[];
}

/**
 * What a change does to programs that call the APIs: synthesizes every environment here and at a base commit, and compares what each API
 * promises.
 *
 * @param revision a commit, or what Git takes for one
 * @throws UserError when Git does not know the revision, and when an environment does not synthesize here
 */
export async function contractChanges(workspaceRoot: string, revision: string): Promise<ContractChanges> {
  const base = commitOf(workspaceRoot, revision);
  const worktree = new BaseWorktree(workspaceRoot, base);
  try {
    const here = deployedEnvironments(workspaceRoot);
    const there = deployedEnvironments(worktree.root);
    const both = here.filter((name) => there.includes(name));
    await synthesize(workspaceRoot, both);
    const failure = await synthesize(worktree.root, both).then(
      () => undefined,
      (error: unknown) => `the base does not synthesize, so nothing was compared. ${(error as Error).message}`,
    );
    const changes = failure === undefined ? both.flatMap((name) => changesOf(name, workspaceRoot, worktree.root)) : [];
    return { base, apis: alike(changes), notes: failure === undefined ? [] : [failure] };
  } finally {
    worktree.remove();
  }
}

async function synthesize(root: string, names: readonly string[]): Promise<void> {
  if (names.length > 0) await runNx(root, ['run-many', '-t', 'synth', '-p', names.join()]);
}

type Change = ContractChange & { readonly api: string; readonly environment: string };

function changesOf(environment: string, root: string, baseRoot: string): Change[] {
  const [after, before] = [root, baseRoot].map((each) => contractsIn(join(each, 'apps', environment), environment));
  const apis = [...new Set([...after!.keys(), ...before!.keys()])].sort();
  // At a base that wrote no contracts yet there is nothing to compare with.
  if (before!.size === 0) return [];
  return apis
    .map((api) => ({ api, environment, ...compareContracts(before!.get(api), after!.get(api)) }))
    .filter(({ added, breaking }) => added.length + breaking.length > 0);
}

/** `openapi.json` of each API by stack and name. */
function contractsIn(app: string, environment: string): ReadonlyMap<string, unknown> {
  const folder = join(app, 'cdktf.out/openapi');
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder).flatMap((stack) =>
      readdirSync(join(folder, stack)).map((file): [string, unknown] => [
        `${stack.replace(`${environment}-`, '')}/${file.replace(/\.json$/, '')}`,
        JSON.parse(readFileSync(join(folder, stack, file), 'utf8')),
      ]),
    ),
  );
}

/** The same change in several environments is one. */
function alike(changes: readonly Change[]): ChangedContract[] {
  const byMeaning = new Map<string, ChangedContract>();
  for (const { environment, ...change } of changes) {
    const key = JSON.stringify(change);
    const known = byMeaning.get(key);
    byMeaning.set(key, { ...change, environments: [...(known?.environments ?? []), environment] });
  }
  return [...byMeaning.values()];
}
