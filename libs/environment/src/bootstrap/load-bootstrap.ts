import { existsSync } from 'node:fs';
import path from 'node:path';
import { findDirectory } from '../directory';
import { EnvironmentError } from '../environment-error';
import { type LoadOptions } from '../load';
import { type Problem } from '../problem';
import { readChecked } from '../read/checked-file';
import { type Layer } from '../read/layer';
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
  const { data, layer, problems } = readChecked(file, name, bootstrapSchema, resolvedBootstrapSchema());
  if (data === undefined || layer === undefined || problems.length > 0) {
    throw new EnvironmentError('bootstrap', problems);
  }
  return { settings: data, layer };
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
