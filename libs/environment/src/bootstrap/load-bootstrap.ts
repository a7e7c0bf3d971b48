import { existsSync } from 'node:fs';
import path from 'node:path';
import { findDirectory } from '../directory';
import { EnvironmentError } from '../environment-error';
import { type LoadOptions } from '../load';
import { type Problem } from '../problem';
import { settingsOf } from '../read/chain';
import { readJsonFile } from '../read/json-file';
import { type Layer, locate } from '../read/layer';
import { expectedPhrase } from '../schema/expected-phrase';
import { explain } from '../schema/explain';
import { resolvedBootstrapSchema } from './editor-schema';
import { type BootstrapFile, bootstrapSchema } from './schema';

/** `bootstrap.json`, and the means to name a line of it. */
export interface LoadedBootstrap {
  readonly settings: BootstrapFile;
  readonly layer: Layer;
}

/**
 * Reads `bootstrap.json`: what is made once per AWS account and region, whatever the environments in it.
 *
 * @throws EnvironmentError with every problem at once
 */
export function loadBootstrap(options: LoadOptions = {}): LoadedBootstrap {
  const directory = path.resolve(options.directory ?? findDirectory());
  const file = path.join(directory, 'bootstrap.json');
  const name = `${path.basename(directory)}/bootstrap.json`;
  if (!existsSync(file)) throw new EnvironmentError('bootstrap', [missing(name)]);
  const json = readJsonFile(file, name);
  if ('file' in json) throw new EnvironmentError('bootstrap', [json]);

  const written = settingsOf(json.value);
  const layer: Layer = { source: name, value: written, positionOf: json.positionOf };
  const parsed = bootstrapSchema.safeParse(written, { error: expectedPhrase });
  const wrong = (parsed.error?.issues ?? [])
    .flatMap((issue) => explain(issue, written, { schema: resolvedBootstrapSchema(), extends: false }))
    .map((complaint) => locate([layer], written, complaint));
  if (parsed.data === undefined || json.problems.length > 0)
    throw new EnvironmentError('bootstrap', [...json.problems, ...wrong]);
  return { settings: parsed.data, layer };
}

function missing(file: string): Problem {
  return {
    file,
    path: '',
    expected: 'the settings of the account bootstrap',
    found: 'no such file',
    fix: 'Make it: { "$schema": "./bootstrap.schema.json", "github": { "repository": "owner/name" } }.',
  };
}
