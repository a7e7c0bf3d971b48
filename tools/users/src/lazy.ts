/* eslint-disable @typescript-eslint/no-require-imports -- the AWS Encryption SDK, which the help does not need */
import type * as exported from './export/export-users';
import type * as imported from './import/import-users';

export const lazy = {
  exportUsers: () => (require('./export/export-users') as typeof exported).exportUsers,
  importUsers: () => (require('./import/import-users') as typeof imported).importUsers,
};
