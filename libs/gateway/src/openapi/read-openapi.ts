import { readFileSync, statSync } from 'node:fs';
import type * as Yaml from 'yaml';

/**
 * An OpenAPI document as it is written, in JSON or YAML, for `OpenApiRestApi`.
 *
 * @param file its path, such as `join(__dirname, 'openapi.yaml')`
 * @throws an error with the file's name, and line and column of a mistake, when it is missing, cannot be read, or has a tag that YAML
 * does not know.
 */
export function readOpenApi(file: string): unknown {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Error(`expected an OpenAPI document at ${file}, found nothing. Correct the path, or write the file.`);
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  const { LineCounter, parseAllDocuments } = require('yaml') as typeof Yaml;
  const lines = new LineCounter();
  const refuse = (found: string, place = file): never => {
    throw new Error(`${place}: expected JSON or YAML, found a mistake: ${found}. Correct it.`);
  };
  // JSON is YAML.
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), { lineCounter: lines, logLevel: 'silent' });
  const [document] = documents;
  if (documents.length > 1) refuse(`${documents.length} documents in one file`);
  if (document === undefined) return null;
  // What the parser warns of, such as a tag that it does not know, is read as something other than what is written.
  const [mistake] = [...document.errors, ...document.warnings];
  if (mistake !== undefined) {
    const { col, line } = lines.linePos(mistake.pos[0]);
    refuse(mistake.message.split(/ at line \d/)[0]!, `${file}:${line}:${col}`);
  }
  return valueOf(document, refuse);
}

/** An alias to a place that is not there, or to a place around it, is found when the value is made. */
function valueOf(document: Yaml.Document, refuse: (found: string) => never): unknown {
  let value: unknown;
  try {
    value = document.toJS();
    // A document that contains itself has no end.
    JSON.stringify(value);
  } catch (error) {
    if (error instanceof ReferenceError) return refuse(error.message);
    if (error instanceof TypeError) return refuse('an alias to a place around it');
    throw error;
  }
  return value;
}
