import { existsSync } from 'node:fs';
import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';
import { type KmsSettings } from '../file/envelope';
import { Progress } from '../file/progress';
import { type Position, SealedFile } from '../file/sealed-file';
import { type Header } from '../model';
import { type Cursor, Pages } from './pages';

export interface ExportRequest {
  readonly cognito: CognitoIdentityProviderClient;
  readonly kms: KmsSettings;
  readonly userPoolId: string;
  readonly keyArn: string;
  /** Where the export goes. One that was interrupted goes on where it stopped. */
  readonly file: string;
  readonly print: (line: string) => void;
}

interface Interrupted {
  readonly header: Header;
  readonly position: Position;
  readonly cursor: Cursor;
  readonly users: number;
}

/**
 * Writes everything that Cognito tells of a pool's users into an encrypted file, page by page.
 *
 * @returns how many users it has
 * @throws UserError when the file is there already, and is no interrupted export of this pool
 */
export async function exportUsers(request: ExportRequest): Promise<number> {
  const progress = new Progress<Interrupted>(`${request.file}.progress`);
  const before = interrupted(request, progress);
  try {
    return await run(request, progress, before);
  } catch (error) {
    if (before === undefined || (error as Error).name !== 'InvalidParameterException') throw error;
    // Cognito forgets after a while how far a list was read.
    request.print('Cognito no longer knows where the export stopped: it begins anew.');
    return run(request, progress, undefined);
  }
}

async function run(
  { cognito, file: path, keyArn, kms, print, userPoolId }: ExportRequest,
  progress: Progress<Interrupted>,
  before: Interrupted | undefined,
): Promise<number> {
  const header: Header = before?.header ?? { format: 'gatehouse-users-1', userPoolId, keyArn };
  const file = before ? SealedFile.goOn(path, header, kms, before.position) : SealedFile.begin(path, header, kms);
  if (!before) progress.save({ header, position: file.position, cursor: { at: 'groups' }, users: 0 });
  if (before) print(`Going on after ${before.users} users.`);
  const pages = new Pages(cognito, userPoolId);
  let cursor: Cursor | undefined = before?.cursor ?? { at: 'groups' };
  let users = before?.users ?? 0;
  while (cursor) {
    const { page, next }: Awaited<ReturnType<Pages['read']>> = await pages.read(cursor);
    const position = await file.append(page);
    if (page.kind === 'users') users = report(users, page.users.length, print);
    if (next) progress.save({ header, position, cursor: next, users });
    cursor = next;
  }
  await file.append({ kind: 'end', users });
  progress.done();
  return users;
}

/** A line for each ten thousand. */
function report(before: number, more: number, print: ExportRequest['print']): number {
  const users = before + more;
  if (Math.floor(users / 10_000) > Math.floor(before / 10_000)) print(`${users} users`);
  return users;
}

function interrupted({ file, userPoolId }: ExportRequest, progress: Progress<Interrupted>): Interrupted | undefined {
  if (!existsSync(file)) return undefined;
  const before = progress.read();
  if (before?.header.userPoolId === userPoolId) return before;
  const found = before
    ? `an interrupted export of ${before.header.userPoolId}`
    : 'a file without an interrupted export';
  throw new UserError(
    `${file}: expected nothing, or an interrupted export of ${userPoolId}, found ${found}. Name another file with --out.`,
  );
}
