import { existsSync, readFileSync } from 'node:fs';
import type * as Yaml from 'yaml';

/**
 * An OpenAPI document as it is written, in JSON or YAML, for `OpenApiRestApi`.
 *
 * @param file its path, such as `join(__dirname, 'openapi.yaml')`
 * @throws an error with the file's name, and line and column of a mistake, when it is missing or cannot be read.
 */
export function readOpenApi(file: string): unknown {
  if (!existsSync(file)) {
    throw new Error(`expected an OpenAPI document at ${file}, found nothing. Correct the path, or write the file.`);
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  const { parse, YAMLParseError } = require('yaml') as typeof Yaml;
  try {
    // JSON is YAML.
    return parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [start] = error.linePos ?? [];
    const place = start === undefined ? file : `${file}:${start.line}:${start.col}`;
    const [found] = error.message.split(/ at line \d/);
    throw new Error(`${place}: expected JSON or YAML, found a mistake: ${found}. Correct it.`, { cause: error });
  }
}
