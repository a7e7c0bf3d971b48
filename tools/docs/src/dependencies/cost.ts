import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';

/** What packages cost at each `npm ci`. */
export interface Cost {
  /** They and all that they need. */
  readonly packages: number;
  readonly bytes: number;
}

interface Locked {
  readonly link?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Costs by the lock file, of what is installed here. Packages that others need too count for each. */
export class Costs {
  private readonly locked: Readonly<Record<string, Locked>>;
  private readonly sizes = new Map<string, number>();

  constructor() {
    const text = readFileSync(join(WORKSPACE, 'package-lock.json'), 'utf8');
    ({ packages: this.locked } = JSON.parse(text) as { packages: Readonly<Record<string, Locked>> });
  }

  of(names: readonly string[]): Cost {
    const folders = new Set<string>();
    for (const name of names) this.visit(this.placeOf(name), folders);
    const bytes = [...folders].reduce((sum, folder) => sum + this.sizeOf(folder), 0);
    return { packages: folders.size, bytes };
  }

  private visit(folder: string | undefined, found: Set<string>): void {
    if (folder === undefined || found.has(folder) || !existsSync(join(WORKSPACE, folder))) return;
    found.add(folder);
    const { dependencies, optionalDependencies } = this.locked[folder] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      this.visit(this.nearest(folder, name), found);
  }

  /** A package of ours may have a version of its own. */
  private placeOf(name: string): string | undefined {
    const places = Object.keys(this.locked).filter((place) => place.endsWith(`node_modules/${name}`));
    return places.sort((a, b) => a.length - b.length)[0];
  }

  /** As Node looks for a package: in the folder, then in those around it. */
  private nearest(folder: string, name: string): string | undefined {
    const place = `${folder}/node_modules/${name}`;
    if (this.locked[place]) return place;
    const around = folder.lastIndexOf('/node_modules/');
    if (around > 0) return this.nearest(folder.slice(0, around), name);
    const top = `node_modules/${name}`;
    return this.locked[top] ? top : undefined;
  }

  private sizeOf(folder: string): number {
    const known = this.sizes.get(folder) ?? bytesIn(join(WORKSPACE, folder));
    this.sizes.set(folder, known);
    return known;
  }
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === 'node_modules') return sum;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + bytesIn(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
