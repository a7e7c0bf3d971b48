import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Yaml from 'yaml';

/**
 * An OpenAPI document as it is written, in JSON or YAML.
 *
 * @param file from the top of the workspace
 * @throws an error with the file's name when it is missing or cannot be read.
 */
export function readDefinition(workspace: string, file: string): unknown {
  const path = join(workspace, file);
  if (!existsSync(path)) {
    throw new Error(
      `api.definition.openapi: expected an OpenAPI document at ${file}, from the top of the workspace, found nothing. ` +
        'Correct the path, or write the file.',
    );
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  const { parse, YAMLParseError } = require('yaml') as typeof Yaml;
  try {
    // JSON is YAML.
    return parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [start] = error.linePos ?? [];
    const place = start === undefined ? file : `${file}:${start.line}:${start.col}`;
    const [found] = error.message.split(/ at line \d/);
    throw new Error(`${place}: expected JSON or YAML, found a mistake: ${found}. Correct it.`, {
      cause: error,
    });
  }
}
