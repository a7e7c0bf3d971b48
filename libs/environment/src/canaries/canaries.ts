import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CanaryRecords } from '@gatehouse/checks';
import { z } from 'zod';
import { EnvironmentError } from '../environment-error';
import { readChecked } from '../read/checked-file';
import { type FieldSchema } from '../schema/json-schema';
import { canariesSchema } from './schema';

/** Where an environment keeps which version of each API is for whom, from the top of the workspace. */
export const canariesPath = (environment: string): string => `apps/${environment}/canaries.json`;

/**
 * What an environment keeps of its canaries; nothing where none was ever promoted or taken back.
 *
 * @throws EnvironmentError with every problem of the file at once
 */
export function readCanaries(workspace: string, environment: string): CanaryRecords {
  const name = canariesPath(environment);
  const file = join(workspace, name);
  if (!existsSync(file)) return {};
  const fields = z.toJSONSchema(canariesSchema, { target: 'draft-7', io: 'input' }) as FieldSchema;
  const { data, problems } = readChecked(file, name, canariesSchema, fields);
  if (data === undefined || problems.length > 0) throw new EnvironmentError(environment, problems);
  return data.stacks;
}

/** The text of that file, of which the first field says what it is. */
export function formatCanaries(records: CanaryRecords, environment: string): string {
  const about =
    `Which version of the APIs of ${environment} everyone gets, and which was taken back. ` +
    `Written by: npx nx canary ${environment}`;
  return `${JSON.stringify({ about, stacks: records }, null, 2)}\n`;
}
