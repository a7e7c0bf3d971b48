import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type StateFile } from '@gatehouse/terraform';
import { type Backup, type SavedUsers } from '@gatehouse/terraform/backup';
import { accesses, type ImportAccess } from '../access';
import { clientsAs, regionOf } from '../clients';
import { count } from '../count';
import { allPages } from '../export/all-pages';
import { readSealed } from '../file/sealed-file';
import { survey } from '../import/survey';
import { readTarget } from '../import/target';
import { lazy } from '../lazy';
import { outputsIn } from '../outputs';
import { compareUsers } from './compare-users';
import { poolsIn } from './pools-in';

interface Places {
  /** A folder for what an import writes beside its file. */
  readonly root: string;
  /** Of the emulator whose keys encrypted the users. @default - AWS */
  readonly from?: string;
  /** Of the emulator that they are restored into. */
  readonly to: string;
}

/** The import of a pool: before, and as it was made again. */
interface Import {
  readonly before: ImportAccess;
  readonly now: ImportAccess;
}

/**
 * Puts the saved users into the pools that were made again, by import jobs, and compares them.
 *
 * @returns differences
 */
export async function rehearseUsers(
  backup: Backup,
  made: ReadonlyMap<string, StateFile | undefined>,
  places: Places,
): Promise<string[]> {
  const differences: string[] = [];
  for (const saved of backup.manifest.users) {
    const found = importOf(saved, backup, made);
    if (typeof found === 'string') differences.push(`${saved.userPoolId}: ${found}`);
    else differences.push(...(await restoreUsers(saved, found, backup, places)));
  }
  return differences;
}

/** @returns why there is none, when there is none */
function importOf(
  { userPoolId }: SavedUsers,
  { states }: Backup,
  made: ReadonlyMap<string, StateFile | undefined>,
): Import | string {
  const holder = states.find(({ state }) => [...poolsIn(state).values()].includes(userPoolId));
  const [address] = [...(holder ? poolsIn(holder.state) : [])].find(([, id]) => id === userPoolId) ?? [];
  const again = made.get(holder?.saved.stack ?? '');
  const id = address !== undefined && again ? poolsIn(again).get(address) : undefined;
  if (id === undefined) return 'its pool was not made again, so its users have nowhere to go';
  const before = importInto(
    userPoolId,
    Object.fromEntries(states.map(({ saved, state }) => [saved.key, outputsIn(state)])),
  );
  const now = importInto(id, Object.fromEntries([...made].map(([stack, state]) => [stack, outputsIn(state)])));
  if (before && now) return { before, now };
  return 'its users cannot be put back: the pool has no addUserImport. Add it to its stack, with the key of the export in keyArns, and deploy.';
}

const importInto = (id: string, outputs: Parameters<typeof accesses>[0]): ImportAccess | undefined =>
  accesses(outputs, 'user-import').find(([, { user_pool_id: pool }]) => pool === id)?.[1];

async function restoreUsers(
  saved: SavedUsers,
  { before, now }: Import,
  { folder }: Backup,
  { from, root, to }: Places,
): Promise<string[]> {
  const file = join(root, basename(saved.file));
  copyFileSync(join(folder, saved.file), file);
  const region = regionOf(now.user_pool_id);
  const { kms } = clientsAs(before.role_arn, { region: regionOf(saved.userPoolId), endpoint: from });
  const userPoolId = now.user_pool_id;
  const credentials = { accessKeyId: 'emulator', secretAccessKey: 'emulator' };
  // Nobody's own, and of no role: what is rehearsed is what came back, not who may bring it.
  const cognito = new CognitoIdentityProviderClient({ region, endpoint: to, credentials });
  const decide = (summary: string) => Promise.resolve(console.error(summary));
  const print = console.error;
  await lazy.importUsers()({ cognito, kms, userPoolId, logRoleArn: now.log_role_arn, file, print, decide });
  const wanted = await survey(readSealed(file, kms));
  const restored = await survey(allPages(cognito, userPoolId));
  const { nameOf } = await readTarget(cognito, userPoolId);
  console.log(`${saved.userPoolId}: ${count(restored.users.length, 'user')} of ${wanted.users.length} came back`);
  return compareUsers(wanted, restored, nameOf).map((difference) => `${saved.userPoolId}: ${difference}`);
}
