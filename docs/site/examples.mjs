// Which example shows a symbol: the shortest file of `examples` that imports it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export function examples(workspace) {
  const found = new Map();
  const files = readdirSync(join(workspace, 'examples'), { recursive: true })
    .map((file) => `examples/${file.replaceAll('\\', '/')}`)
    .filter((file) => /^examples\/(gallery|kitchen-sink[a-z-]*|functions)\/[^/]+\.ts$/.test(file))
    .sort();
  for (const file of files) {
    const text = readFileSync(join(workspace, file), 'utf8');
    const size = statSync(join(workspace, file)).size;
    for (const [, names] of text.matchAll(/import (?:type )?\{([^}]*)\} from '@gatehouse\/[a-z-]+'/g)) {
      for (const name of names.split(',').map((each) =>
        each
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/, ''),
      )) {
        if (name !== '' && !(found.get(name)?.size <= size)) found.set(name, { file, size });
      }
    }
  }
  return found;
}
