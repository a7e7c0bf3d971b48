import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { type LambdaFunction, type Surface } from '@gatehouse/surface';

/**
 * The surface with the archive of each function that runs here, by its full path. It is looked for in the folder by the path in the
 * state, by the name of that file, and as `<function name>.zip`: the last is how code that was deployed from S3 is found.
 *
 * @throws UserError naming every function without one, or the folder when there is none
 */
export async function withArchives(surface: Surface, folder: string): Promise<Surface> {
  if (!(await isThere(folder, 'isDirectory'))) {
    throw new UserError(`--functions ${folder}: expected a folder, found none. Name the one that has the archives.`);
  }
  const functions = await Promise.all(
    surface.functions.map(async (lambda) =>
      runsHere(lambda) ? { ...lambda, filename: await archiveOf(lambda, folder) } : lambda,
    ),
  );
  const missing = surface.functions
    .filter((lambda, index) => runsHere(lambda) && functions[index]?.filename === undefined)
    .map((lambda) => describe(lambda, folder));
  if (missing.length > 0) {
    throw new UserError(`${missing.join('\n')}\nBuild it, or name the folder that has it with --functions <folder>.`);
  }
  return { ...surface, functions };
}

const runsHere = ({ runtime }: LambdaFunction): boolean => runtime.startsWith('nodejs');

const namesOf = ({ filename, name }: LambdaFunction): string[] => [
  ...new Set([...(filename ? [filename, basename(filename)] : []), `${name}.zip`]),
];

const describe = (lambda: LambdaFunction, folder: string): string =>
  `${lambda.address}: expected the archive of function ${lambda.name} in ${folder}, found no ${namesOf(lambda).join(', no ')}.`;

async function archiveOf(lambda: LambdaFunction, folder: string): Promise<string | undefined> {
  for (const name of namesOf(lambda)) {
    const path = resolve(folder, name);
    if (await isThere(path, 'isFile')) return path;
  }
  return undefined;
}

const isThere = (path: string, kind: 'isDirectory' | 'isFile'): Promise<boolean> =>
  stat(path).then(
    (found) => found[kind](),
    () => false,
  );
