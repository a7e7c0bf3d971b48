import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command line that a page tells its readers to type. */
export interface DocumentedCommand {
  /** From the top of the workspace. */
  readonly file: string;
  /** Without a comment, variables before it and what it is piped from or to. */
  readonly command: string;
}

/** Ours, and those that run ours. */
const OURS =
  /^(?:(?:npm run|npm start|npx nx|nx|npx gatehouse|gatehouse|npx (?:@gatehouse\/)?plan-review|npx jest|node -r) \S|npm start$)/;

/**
 * The command lines of every page that people write and read: lines of blocks, and code within sentences.
 *
 * @param which what begins such a line @default - a program of ours, or one that runs ours
 */
export const commandsInDocs = (workspace: string, which = OURS): readonly DocumentedCommand[] =>
  pagesOf(workspace).flatMap((file) =>
    commandsOf(readFileSync(join(workspace, file), 'utf8'))
      .filter((command) => which.test(command))
      .map((command) => ({ file, command })),
  );

/** Files below a folder of the workspace that people write, from its top. */
export function filesIn(workspace: string, folder: string): string[] {
  return readdirSync(join(workspace, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|cdktf\.out|fixtures|reported|\..*)$/.test(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(workspace, path) : [path];
  });
}

function pagesOf(workspace: string): string[] {
  const docs = filesIn(workspace, 'docs').filter(
    (file) => file.endsWith('.md') && !/^docs\/(api|site|decisions)\//.test(file),
  );
  const readmes = ['libs', 'tools'].flatMap((top) =>
    readdirSync(join(workspace, top)).map((name) => `${top}/${name}/README.md`),
  );
  const top = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'bench/README.md', 'examples/README.md'];
  return [...top, ...docs, ...readmes].filter((file) => existsSync(join(workspace, file)));
}

function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```(?:sh|bash|console)\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
    block.replace(/\\\n\s*/g, ' ').split('\n'),
  );
  const inline = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...inline]
    .flatMap((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s#.*$/, '')
        .split(/ && | \| /),
    )
    .map((line) => line.trim().replace(/^(?:[A-Z_]+=\S+ )+/, ''));
}
