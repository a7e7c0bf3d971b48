import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { refuseLostState, shownPath } from '@gatehouse/terraform';
import {
  checkedOut,
  type CurrentState,
  currentStates,
  defaultBackup,
  type Manifest,
  sumOf,
  wholeFolder,
} from '@gatehouse/terraform/backup';
import { accesses, type ExportAccess, type Outputs } from '../access';
import { clientsAs, regionOf } from '../clients';
import { confirm } from '../confirm';
import { count } from '../count';
import { lazy } from '../lazy';
import { LOSSES } from '../losses';
import { outputsIn, type Synthesized } from '../outputs';
import { tellRefusals } from '../refusals';
import { poolsIn } from './pools-in';

interface Options {
  readonly out?: string;
  readonly yes: boolean;
}

/**
 * Saves the states of an environment, the users of its pools and its outputs into one folder, whole or not at all.
 *
 * @throws UserError when nothing is applied, a state was not written yet or was written meanwhile, or users cannot be exported
 */
export async function backup({ endpoint, folder: app, stacks }: Synthesized, { out, yes }: Options): Promise<void> {
  const environment = basename(resolve(app));
  for (const stack of stacks) await refuseLostState({ keepsState: true, stack });
  const states = await currentStates(stacks);
  if (states.length === 0) throw new UserError(`"${environment}": nothing is applied, so there is nothing to save.`);
  const exports = accesses(outputsOf(states), 'user-export');
  if (exports.length > 0) {
    console.error(LOSSES);
    await confirm(`Save ${environment}, with the users of ${count(exports.length, 'pool')}?`, yes);
  }
  const at = new Date();
  const folder = resolve(out ?? defaultBackup(app, at));
  const manifest = await wholeFolder(folder, async (part) => {
    const saved = saveStates(part, states);
    saveOutputs(part, states);
    const users: Manifest['users'] = [];
    for (const [output, access] of exports) users.push(await saveUsers(part, output, access, endpoint));
    refuseWrittenMeanwhile(states, await currentStates(stacks));
    const about = { environment, at: at.toISOString(), ...checkedOut(resolve(app, '../..')) };
    const poolsWithoutUsers = withoutExport(states, exports);
    const files = Object.fromEntries(filesIn(part).map((file) => [file, sumOf(join(part, file))]));
    const whole: Manifest = { format: 'gatehouse-backup-1', ...about, states: saved, users, poolsWithoutUsers, files };
    write(part, 'manifest.json', `${JSON.stringify(whole, null, 2)}\n`);
    return whole;
  });
  report(folder, manifest);
}

const outputsOf = (states: readonly CurrentState[]): Outputs =>
  Object.fromEntries(states.map(({ key, stack, state }) => [stack ?? key, outputsIn(state)]));

function saveStates(part: string, states: readonly CurrentState[]): Manifest['states'] {
  return states.map(({ bucket, earlier, key, stack, state: { lineage, serial }, text, versionId }) => {
    const file = `states/${key.replaceAll('/', '_').replace(/[^\w.-]/g, '-')}`;
    write(part, file, text);
    return { stack: stack ?? null, bucket, key, versionId, lineage, serial, file, earlier: [...earlier] };
  });
}

/** As the command `outputs` prints them: secrets are in the states only. */
function saveOutputs(part: string, states: readonly CurrentState[]): void {
  const shown = states.map(({ key, stack, state: { outputs = {} } }) => {
    const values = Object.entries(outputs as Record<string, { value?: unknown; sensitive?: boolean }>);
    return [
      stack ?? key,
      Object.fromEntries(values.map(([name, { sensitive, value }]) => [name, sensitive ? '(sensitive)' : value])),
    ];
  });
  write(part, 'outputs.json', `${JSON.stringify(Object.fromEntries(shown), null, 2)}\n`);
}

async function saveUsers(
  part: string,
  output: string,
  { key_arn: keyArn, role_arn: roleArn, user_pool_id: userPoolId }: ExportAccess,
  endpoint: string | undefined,
): Promise<Manifest['users'][number]> {
  const file = `users/${output}-${userPoolId}.users`;
  mkdirSync(join(part, 'users'), { recursive: true, mode: 0o700 });
  const clients = clientsAs(roleArn, { region: regionOf(userPoolId), endpoint });
  const users = await tellRefusals(
    `${userPoolId}, as ${roleArn}`,
    'Look at what the role may do (addUserExport gives it all it needs), then save again.',
    () => lazy.exportUsers()({ ...clients, userPoolId, keyArn, file: join(part, file), print: console.error }),
  );
  return { output, userPoolId, keyArn, users, file };
}

/** What was saved of several states belongs together only when none of them changed meanwhile. */
function refuseWrittenMeanwhile(before: readonly CurrentState[], after: readonly CurrentState[]): void {
  const known = new Map(before.map(({ key, versionId }) => [key, versionId]));
  const other = after.find(({ key, versionId }) => known.get(key) !== versionId);
  if (other === undefined && after.length === before.length) return;
  const what = other === undefined ? 'A state was removed' : `s3://${other.bucket}/${other.key} was written`;
  throw new UserError(`${what} while it was saved. Nothing is kept of it: save again when no deploy runs.`);
}

function withoutExport(
  states: readonly CurrentState[],
  exports: readonly (readonly [string, ExportAccess])[],
): string[] {
  const exported = new Set(exports.map(([, access]) => access.user_pool_id));
  return states.flatMap(({ state }) => [...poolsIn(state).values()]).filter((id) => !exported.has(id));
}

function report(folder: string, { poolsWithoutUsers, states, users }: Manifest): void {
  for (const { earlier, key, serial } of states) {
    console.error(`${key}: serial ${serial}; the bucket has ${count(earlier.length, 'earlier version')}`);
  }
  for (const { users: found, userPoolId } of users)
    console.error(`${count(found, 'user')} of ${userPoolId}, encrypted`);
  for (const id of poolsWithoutUsers) console.error(`The users of ${id} are not saved: it has no addUserExport.`);
  console.error('States are as the bucket decrypts them, with secrets: keep the folder as you keep those.');
  console.error(`Wrote ${shownPath(folder)}`);
}

function write(part: string, file: string, text: string): void {
  mkdirSync(join(part, file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(join(part, file), text, { mode: 0o600 });
}

const filesIn = (part: string): string[] =>
  readdirSync(part, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) =>
      join(parentPath, name)
        .slice(part.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
