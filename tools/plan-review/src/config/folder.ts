import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import type { ModuleCode } from '@gatehouse/surface';
import { fileHash } from '../read/file-hash';
import { parseFile } from './parse-file';

/** Terraform code of one root module. */
export interface CodeFolder {
  /** As it was given. */
  readonly folder: string;
  readonly code: ModuleCode;
  /** Modules whose code is not there, each with its source. */
  readonly missing: readonly string[];
}

/**
 * Reads the code of a root module and of the modules that it calls: `.tf` and `.tf.json`.
 *
 * @throws UserError it is no folder, has no Terraform code, or a file of it cannot be read
 */
export async function readFolder(folder: string): Promise<CodeFolder> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UserError(`--config: expected a folder with Terraform code, found none at ${folder}.`);
  }
  const reader = new FolderReader(folder, installedModules(folder));
  return { folder, code: await reader.module(folder, ''), missing: reader.missing };
}

class FolderReader {
  readonly missing: string[] = [];
  /** Folders below which code may read files. */
  private readonly roots: string[];

  constructor(
    private readonly root: string,
    private readonly installed: ReadonlyMap<string, string>,
  ) {
    this.roots = [realpathSync(root)];
  }

  async module(folder: string, key: string, depth = 0): Promise<ModuleCode> {
    const content = await readFiles(folder, key === '');
    const modules: Record<string, ModuleCode> = {};
    for (const { name, source } of callsIn(content)) {
      const inner = key === '' ? name : `${key}.${name}`;
      const found = depth > MAX_DEPTH ? undefined : this.folderOf(folder, inner, source);
      if (found === undefined) this.missing.push(`module.${inner} (${source})`);
      else {
        this.roots.push(realpathSync(found));
        modules[name] = await this.module(found, inner, depth + 1);
      }
    }
    const path = relative(this.root, folder);
    return {
      content,
      modules,
      path: path === '' ? '.' : path,
      file: (name) => this.file(name),
      hash: (name) => fileHash(name, this.roots),
    };
  }

  private folderOf(caller: string, key: string, source: string): string | undefined {
    const installed = this.installed.get(key);
    const folder = installed === undefined ? join(caller, source) : join(this.root, installed);
    const isThere = installed !== undefined || /^\.\.?(?:\/|$)/.test(source);
    return isThere && existsSync(folder) && statSync(folder).isDirectory() ? folder : undefined;
  }

  /** Of the code only: nothing else on this machine. */
  private file(name: string): string | undefined {
    try {
      const path = realpathSync(resolve(this.root, name));
      const isInside = this.roots.some((root) => path.startsWith(root + sep));
      return isInside && statSync(path).size <= MAX_BYTES ? readFileSync(path, 'utf8') : undefined;
    } catch {
      return undefined;
    }
  }
}

const MAX_DEPTH = 20;
const MAX_BYTES = 10_000_000;

type Content = Record<string, unknown>;

/** Every file of a folder, the blocks of each kind in a row. */
async function readFiles(folder: string, isRoot: boolean): Promise<Content> {
  const files = readdirSync(folder).filter((name) => /\.tf(?:\.json)?$/.test(name));
  const override = files.find((name) => /(?:^|_)override\.tf/.test(name));
  if (override !== undefined) {
    throw new UserError(
      `${join(folder, override)}: expected no override file, which is not read. Merge it into the code.`,
    );
  }
  if (isRoot && files.length === 0) {
    throw new UserError(`--config ${folder}: expected .tf or .tf.json files, found none.`);
  }
  const content: Record<string, unknown[]> = {};
  for (const name of files.sort()) {
    for (const [kind, blocks] of Object.entries(await parseFile(join(folder, name)))) {
      (content[kind] ??= []).push(...(Array.isArray(blocks) ? (blocks as unknown[]) : [blocks]));
    }
  }
  return content;
}

function callsIn({ module }: Content): { readonly name: string; readonly source: string }[] {
  const blocks = (Array.isArray(module) ? module : []) as Record<string, unknown>[];
  return blocks.flatMap((named) =>
    Object.entries(named).map(([name, bodies]) => {
      const body = (Array.isArray(bodies) ? bodies[0] : bodies) as Content | undefined;
      return { name, source: typeof body?.['source'] === 'string' ? body['source'] : '' };
    }),
  );
}

/** Where `terraform init` put modules: `api.inner` -> folder, from the root module. */
function installedModules(root: string): ReadonlyMap<string, string> {
  const file = join(root, '.terraform/modules/modules.json');
  if (!existsSync(file)) return new Map();
  try {
    const { Modules: all } = JSON.parse(readFileSync(file, 'utf8')) as { Modules: { Key: string; Dir: string }[] };
    return new Map(all.map(({ Key, Dir }) => [Key, Dir]));
  } catch {
    throw new UserError(`${file}: expected the list that terraform init writes, found none. Run terraform init.`);
  }
}
