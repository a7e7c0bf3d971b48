import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Refusal } from './refusal';

export interface StaticFile {
  readonly type: string;
  readonly content: Buffer | string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * A file of a folder by the path of a request.
 *
 * @throws Refusal 404 for all that is not a file of a known type in the folder
 */
export async function staticFile(folder: string, path: string): Promise<StaticFile> {
  const file = join(folder, path === '/' ? 'index.html' : decoded(path));
  const type = TYPES[extname(file)];
  const content = type !== undefined && file.startsWith(`${folder}${sep}`) ? await contentOf(file) : undefined;
  if (type === undefined || content === undefined) throw new Refusal(404, 'There is no such file.');
  return { type, content };
}

/** A path that cannot be decoded is none of ours. */
function decoded(path: string): string {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? '' : plain;
  } catch {
    return '';
  }
}

const contentOf = (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
