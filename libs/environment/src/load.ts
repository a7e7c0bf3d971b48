import path from 'node:path';
import { didYouMean } from '@gatehouse/checks';
import { findDirectory, listEnvironments } from './directory';
import { EnvironmentError } from './environment-error';
import { rememberSource } from './field-place';
import { environmentName } from './names';
import { type Complaint, type Problem } from './problem';
import { ENDPOINT_VARIABLE, endpointOverride } from './process-env';
import { readChain } from './read/chain';
import { type JsonPath } from './read/json';
import { type Layer, locate } from './read/layer';
import { mergeLayers } from './read/merge';
import { type Environment, type SettingsSchema } from './schema/environment';
import { validate } from './validate';

/** Where environments are read. */
export interface LoadOptions {
  /**
   * Folder of the environment files.
   * @default - the `environments` folder of the workspace around the current directory
   */
  readonly directory?: string;
}

/** Where an environment is read, and what its settings may be. */
export interface LoadEnvironmentOptions<Settings = unknown> extends LoadOptions {
  /**
   * What the team's own settings may be, from `libs/settings`.
   * @default - any JSON, for those who do not read them
   */
  readonly settings?: SettingsSchema<Settings>;
}

/**
 * Reads one environment: its file merged over the files it extends (objects merge, lists and scalars replace,
 * null removes), checked as a whole.
 *
 * @throws EnvironmentError with every problem at once
 */
export function loadEnvironment<Settings = unknown>(
  name: string,
  options: LoadEnvironmentOptions<Settings> = {},
): Environment<Settings> {
  const directory = path.resolve(options.directory ?? findDirectory());
  const unknown = unknownEnvironment(name, directory);
  if (unknown) throw new EnvironmentError(name, [unknown]);
  const chain = readChain(path.join(directory, `${name}.json`), path.dirname(directory));
  if (!chain.complete) throw new EnvironmentError(name, chain.problems);

  const layers = withOverride(chain.layers);
  const { value, idleRemovals } = mergeLayers(layers);
  const { environment, problems: evaluated } = validate(value, layers, options.settings);
  const problems = [
    ...chain.problems,
    ...idleRemovals.map(({ layer, path }) => locate([layer], layer.value, idleRemoval(path))),
    ...evaluated,
  ];
  if (environment === undefined || problems.length > 0) {
    throw new EnvironmentError(name, inReadingOrder(problems, layers));
  }
  const loaded = { name, ...environment } as Environment<Settings>;
  rememberSource(loaded, { layers, merged: value });
  return loaded;
}

/** File by file, the environment's own first, each from top to bottom. */
function inReadingOrder(problems: readonly Problem[], layers: readonly Layer[]): Problem[] {
  const files = layers.map(({ source }) => source);
  const after = (one: Problem, other: Problem) =>
    files.indexOf(one.file) - files.indexOf(other.file) ||
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0);
  return [...problems].sort(after);
}

function unknownEnvironment(name: string, directory: string): Problem | undefined {
  const file = `${path.basename(directory)}/${name}.json`;
  const known = listEnvironments(directory);
  const problem = { file, path: '', found: JSON.stringify(name) };
  if (!environmentName.pattern.test(name)) {
    const fix = `Use or make another name; known here: ${known.join(', ')}.`;
    return { ...problem, expected: `an environment name: ${environmentName.rule}`, fix };
  }
  if (known.includes(name)) return undefined;
  const fix = didYouMean(name, known) ?? 'Name one of these, or make the file.';
  return { ...problem, expected: `one of the environments ${known.join(', ')}`, fix };
}

/** The variable lies over the files like one more file, but never gives an endpoint to an environment without. */
function withOverride(layers: readonly Layer[]): readonly Layer[] {
  const endpoint = endpointOverride();
  if (endpoint === undefined || mergeLayers(layers).value.endpoint === undefined) return layers;
  return [
    { source: `environment variable ${ENDPOINT_VARIABLE}`, value: { endpoint }, positionOf: () => undefined },
    ...layers,
  ];
}

function idleRemoval(at: JsonPath): Complaint {
  return {
    path: at,
    expected: 'null only where it removes an inherited value',
    found: 'null, with nothing inherited to remove',
    fix: 'Correct the key, or remove the line.',
  };
}
