import { placeOf } from './planned';
import type { Lines } from './lines';
import { fieldsOf, isObject, type Fields } from './values';

/** An argument that names what an apply takes over, and the arguments that have a hash of it. */
interface Named {
  readonly file: string;
  readonly hashes: readonly string[];
}

const ARCHIVE: readonly Named[] = [
  { file: 'filename', hashes: ['source_code_hash'] },
  { file: 's3_key', hashes: ['source_code_hash', 's3_object_version'] },
];
const OBJECT: readonly Named[] = [{ file: 'source', hashes: ['etag', 'source_hash'] }];

/** Types that take over a file, of which a plan has the name. */
const FILES: ReadonlyMap<string, readonly Named[]> = new Map([
  ['aws_lambda_function', ARCHIVE],
  ['aws_lambda_layer_version', ARCHIVE],
  ['aws_s3_bucket_object', OBJECT],
  ['aws_s3_object', OBJECT],
  ['aws_synthetics_canary', [{ file: 'zip_file', hashes: [] }]],
]);

/** Names of arguments of a type that name a file. */
export const fileArguments = (type: string): readonly string[] => FILES.get(type)?.map(({ file }) => file) ?? [];

/**
 * Hashes of the files that changes take over.
 *
 * @param hash of a file, where it can be read
 * @returns arguments whose file cannot be read, and of which no hash is known: `aws_x.y: filename`
 */
export function addFiles(
  changes: readonly Fields[],
  hash: (name: string) => string | undefined,
  lines: Lines,
): readonly string[] {
  return changes.flatMap((entry) => {
    const { after } = fieldsOf(entry['change']);
    const named = FILES.get(String(entry['type']));
    if (!named || !isObject(after)) return [];
    return named.flatMap(({ file, hashes }) => {
      const name = after[file];
      if (typeof name !== 'string' || name === '') return [];
      const found = file === 's3_key' ? undefined : hash(name);
      if (found !== undefined) lines.add(String(entry['address']), `content of ${file}`, found);
      const isBound = found !== undefined || hashes.some((each) => typeof after[each] === 'string');
      return isBound ? [] : [`${placeOf(entry)}: ${file}`];
    });
  });
}
