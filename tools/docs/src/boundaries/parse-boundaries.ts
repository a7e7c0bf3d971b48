/** What packages of a tag may import. */
export interface Boundary {
  readonly tag: string;
  /** Tags of our own packages, sorted. */
  readonly mayImport: readonly string[];
  readonly mayImportCdktf: boolean;
}

/** Reads the table of boundaries: tag, packages, what they may import of ours, and whether they may import cdktf. */
export function parseBoundaries(markdown: string): (Boundary & { readonly packages: readonly string[] })[] {
  return [...markdown.matchAll(/^\| `(type:[\w-]+)` +\|(.*)\|(.*)\|(.*)\|$/gm)].map(
    ([, tag = '', packages = '', mayImport = '', cdktf = '']) => ({
      tag,
      packages: [...packages.matchAll(/`([\w-]+\/[\w-]+)`/g)].map(([, folder = '']) => folder),
      mayImport: tagsIn(mayImport),
      mayImportCdktf: cdktf.trim() === 'yes',
    }),
  );
}

/** The tags that tests may import besides, from the line below the table. */
export const parseForTests = (markdown: string): string[] =>
  tagsIn(/^Tests may import (.*) too/m.exec(markdown)?.[1] ?? '');

const tagsIn = (text: string): string[] =>
  [...text.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => `type:${name}`).sort();
