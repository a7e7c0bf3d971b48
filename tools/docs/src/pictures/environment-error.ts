import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError, loadEnvironment } from '@gatehouse/environment';
import { WORKSPACE } from '../workspace';

/** What an environment file with two slips is answered with. */
export function environmentError(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  const directory = join(folder, 'environments');
  try {
    cpSync(join(WORKSPACE, 'environments'), directory, { recursive: true });
    const file = join(directory, 'dev.json');
    const { api, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    const wrong = { ...rest, api: { ...api, stagee: 'dev', throttle: { rateLimit: 0 } } };
    writeFileSync(file, `${JSON.stringify(wrong, null, 2)}\n`);
    loadEnvironment('dev', { directory });
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message.replaceAll(`${folder}/`, '');
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
  throw new Error('environments/dev.json was accepted, though it is wrong');
}
