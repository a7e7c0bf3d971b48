import type { ModuleCode } from '@gatehouse/surface';
import { fileArguments } from './files';
import { isObject, type Fields } from './values';

/** Files that the code of a module names: what is in them is part of what it means. */
export class NamedFiles {
  /** Those that cannot be read. */
  readonly unread: string[] = [];
  private readonly read = new Map<string, string>();

  constructor(private readonly code: ModuleCode) {}

  /** Each that was read, with a hash of it. */
  get hashes(): readonly (readonly [string, string])[] {
    return [...this.read].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  /** @param path as it is written; undefined: something that is only known when it is evaluated */
  add(path: string | undefined): void {
    if (path === undefined) this.unread.push('a file whose name is only known when it is read');
    else if (!this.isRead(path)) this.unread.push(`file ${this.nameOf(path)}`);
  }

  /** What a resource takes over, and what its provisioners send and run. */
  ofResource(type: string, body: unknown): void {
    if (!isObject(body)) return;
    // Where it cannot be read here, the plan says which it is.
    for (const name of fileArguments(type)) if (typeof body[name] === 'string') this.isRead(body[name]);
    for (const named of listOf(body['provisioner'])) {
      if (isObject(named)) Object.values(named).flatMap(listOf).filter(isObject).forEach(this.ofProvisioner);
    }
  }

  private ofProvisioner = ({ source, script, scripts, command }: Fields): void => {
    for (const path of [source, script, scripts].flatMap(listOf)) if (typeof path === 'string') this.add(path);
    if (typeof command !== 'string') return;
    for (const word of command.split(BETWEEN_WORDS)) {
      // Most words of a command are no files.
      if (!this.isRead(word) && SCRIPT.test(word)) this.unread.push(`file ${this.nameOf(word)}`);
    }
  };

  private isRead(path: string): boolean {
    const name = this.nameOf(path);
    const hash = name === '' || name.includes('${') ? undefined : this.code.hash?.(name);
    if (hash !== undefined) this.read.set(name, hash);
    return hash !== undefined;
  }

  private nameOf(path: string): string {
    const { path: module = '.' } = this.code;
    return path.replaceAll('${path.module}', module).replaceAll(/\$\{path\.(?:root|cwd)\}/g, '.');
  }
}

/** A path with a name that a script has; what a shell finds by itself, and addresses, are none. */
const SCRIPT = /^(?!.*:\/\/)(?:\.{1,2}\/|.*\/.*\.\w{1,5}$|\$\{path\.)/;

const BETWEEN_WORDS = /[\s"'`;|&()<>=,]+/;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
