import { type ExportedUser } from '../model';
import { type Target } from './target';

/** The most that one import job takes. https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const MOST_USERS = 500_000;
const MOST_BYTES = 100 * 1024 * 1024;

/** What one job takes. */
export interface CsvFile {
  readonly csv: string;
  /** Of each row after the header, in order. */
  readonly users: readonly ExportedUser[];
}

/**
 * The users as the CSV files that import jobs take, as few as there can be.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-csv-header.html
 */
export function csvFiles(target: Target, users: readonly ExportedUser[], most = MOST_USERS): CsvFile[] {
  const header = line(target.columns);
  const files: { readonly rows: string[]; readonly users: ExportedUser[] }[] = [];
  let bytes = Infinity;
  for (const user of users) {
    const row = line(target.columns.map((column) => valueOf(target, user, column)));
    const size = Buffer.byteLength(row);
    if (bytes + size > MOST_BYTES || files.at(-1)!.users.length >= most) {
      files.push({ rows: [header], users: [] });
      bytes = Buffer.byteLength(header);
    }
    files.at(-1)!.rows.push(row);
    files.at(-1)!.users.push(user);
    bytes += size;
  }
  return files.map(({ rows, users: own }) => ({ csv: rows.join(''), users: own }));
}

function valueOf(target: Target, user: ExportedUser, column: string): string {
  if (column === 'cognito:username') return target.nameOf(user);
  // Of SMS alone, which needs a number; everyone sets a second factor up again.
  if (column === 'cognito:mfa_enabled') return 'FALSE';
  return user.attributes[column] ?? '';
}

/** Quotes would become part of a value, so a comma has a backslash before it, and a line break cannot be. */
const line = (values: readonly string[]): string =>
  `${values.map((value) => value.replace(/[\r\n]+/g, ' ').replaceAll(',', '\\,')).join(',')}\n`;
