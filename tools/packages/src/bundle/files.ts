import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { type Plugin } from 'esbuild';
import { WORKSPACE } from '../workspace';

/** Folder of the files that a bundled program reads, next to it. */
export const FOLDER = 'files';

/** Names of modules' folders in it: `node_modules` would not be packed. */
const inFolder = (file: string): string => relative(WORKSPACE, file).replaceAll('node_modules', 'npm');

/** Files that modules of a bundle read from next to themselves. */
export const FILES = [
  'libs/policy/src/widening/managed/documents.json.br',
  'node_modules/@cdktf/hcl2json/main.wasm.gz',
  'tools/plan-review/src/render/html/page.css',
  'tools/plan-review/src/render/html/page.js',
].map((from) => ({ from, to: inFolder(`${WORKSPACE}/${from}`) }));

/** Tells each module of a bundle that its folder is the one in `FOLDER`, where its files are. */
export const readsFiles: Plugin = {
  name: 'reads-files',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('__dirname')) return undefined;
      const folder = `(__dirname + ${JSON.stringify(`/${FOLDER}/${inFolder(dirname(path))}`)})`;
      return { contents: text.replaceAll('__dirname', folder), loader: path.endsWith('ts') ? 'ts' : 'js' };
    });
  },
};
