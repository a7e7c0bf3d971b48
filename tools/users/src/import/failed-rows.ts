import { type UserImportJobType } from '@aws-sdk/client-cognito-identity-provider';
import { type ExportedUser } from '../model';
import { type Target } from './target';

type Misfits = Pick<Target, 'misfit'>;

/** More would hide what matters. */
const MOST_LINES = 20;

/** Users that the pool will not take, as the export names them, with the reason of each. */
export function misfits(target: Misfits, users: readonly ExportedUser[]): string[] {
  return shortened(rowsOf(target, users).map(({ username, why }) => `${username}: ${why}`));
}

/** Which rows of a job's file failed, and why; and where Cognito says it. Nothing where none did. */
export function failedRows(
  target: Misfits & Pick<Target, 'logGroup'>,
  users: readonly ExportedUser[],
  job: UserImportJobType,
): string[] {
  const { FailedUsers = 0, JobId, JobName } = job;
  if (FailedUsers === 0) return [];
  const rows = rowsOf(target, users);
  const others = FailedUsers - rows.length;
  return [
    ...shortened(rows.map(({ row, username, why }) => `row ${row}, user ${username}: ${why}`)),
    ...(others > 0 ? [`${others} more, which only Cognito knows the reason of`] : []),
    `The log group ${target.logGroup}, stream ${JobId}/${JobName}, has a line for each row.`,
  ];
}

const rowsOf = (target: Misfits, users: readonly ExportedUser[]) =>
  users.flatMap((user, index) => {
    const why = target.misfit(user);
    return why === undefined ? [] : [{ row: index + 1, username: user.username, why }];
  });

const shortened = (lines: readonly string[]): string[] =>
  lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `${lines.length - MOST_LINES} more of this kind`]
    : [...lines];
