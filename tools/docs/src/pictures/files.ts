import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { type Page } from './pictures';
import { playgroundSources } from './playground';

export const FOLDER = join(WORKSPACE, 'docs/pictures');

/** Of what each PNG shows: pixels differ between machines, so they are not compared. */
const SOURCES = join(FOLDER, 'sources.json');

export const readPicture = (name: string): string | undefined =>
  existsSync(join(FOLDER, name)) ? readFileSync(join(FOLDER, name), 'utf8') : undefined;

export const writePicture = (name: string, content: string | Buffer): void =>
  writeFileSync(join(FOLDER, name), content);

export const readSources = (): Record<string, string> => JSON.parse(readFileSync(SOURCES, 'utf8'));

export const writeSources = (pages: Record<string, Page>): void =>
  writeFileSync(SOURCES, `${JSON.stringify(sourcesOf(pages), null, 2)}\n`);

/** A hash of what each PNG shows. */
export const sourcesOf = (pages: Record<string, Page>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(pages).map(([name, page]) => [name, hash('sha256', JSON.stringify(page), 'hex')]),
  ),
  ...playgroundSources(),
});

/** Whether two recordings say the same: times, ports, ids and passwords are new in every run. */
export const sameRecording = (one: string | undefined, other: string): boolean =>
  one !== undefined && withoutRandom(one) === withoutRandom(other);

const withoutRandom = (svg: string): string =>
  svg
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '')
    .replace(/(demo@example\.com(?:&#34;,&#34;PASSWORD&#34;:&#34;)?)[\w-]+!/g, '$1')
    .replace(/[0-9a-f]*\d[0-9a-f.-]*/g, '#');
