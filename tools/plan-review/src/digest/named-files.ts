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
    // Most words of a command are no files.
    if (typeof command === 'string') command.split(BETWEEN_WORDS).forEach((word) => this.isRead(word));
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

const BETWEEN_WORDS = /[\s"'`;|&()<>=,]+/;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
