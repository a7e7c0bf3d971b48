import { join, relative, resolve, sep } from 'node:path';
import { sourceMetadata } from '@gatehouse/construct-kit';
import { type App, TerraformResource } from 'cdktf';
import { Node } from 'constructs';

const own = 'libs/platform/src/sources.ts';
const workspace = join(__dirname, '../../..');

/**
 * Whose code makes constructs for others: the file to edit is the one that calls it. tools/run-ts has our libraries in
 * one script in `node_modules` (`isLibrary`); those of them that are not here make no resources of their own accord.
 */
const makers = /(^|\/)node_modules\/|^tools\/|^libs\/(cognito|construct-kit|functions|gateway|patterns)\//;

/** Calls between a file that people edit and the construct at the end of it: ours are about 10, and seldom more. */
const depths = [14, 40];

/**
 * Notes at every resource that `build` makes which file of the workspace made it, as `"//": { "source": … }`, for
 * the reader of a plan. Without line numbers, so that moving code changes no JSON.
 */
export function withSources(app: App, build: (app: App) => void): void {
  const sources = recordSources(() => build(app));
  for (const construct of app.node.findAll()) {
    if (!TerraformResource.isTerraformResource(construct)) continue;
    const source = written(construct.node) ?? sources.get(construct.node);
    if (source !== undefined) construct.addOverride('//.source', source);
  }
}

function written({ metadata: entries }: Node): string | undefined {
  return entries.find(({ type }) => type === sourceMetadata)?.data as string | undefined;
}

/** cdktf adds this metadata to each element when it is made, for the trace that it no longer takes. */
function recordSources(build: () => void): ReadonlyMap<Node, string> {
  const sources = new Map<Node, string>();
  const { addMetadata } = Node.prototype;
  Node.prototype.addMetadata = function (this: Node, type, ...rest) {
    const source = type === 'stacktrace' ? caller() : undefined;
    if (source !== undefined) sources.set(this, source);
    addMetadata.call(this, type, ...rest);
  };
  try {
    build();
  } finally {
    Node.prototype.addMetadata = addMetadata;
  }
  return sources;
}

/** First file of the workspace on the stack that is not a maker's. */
function caller(): string | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = (_error, calls) => calls;
  try {
    for (const depth of depths) {
      Error.stackTraceLimit = depth;
      const calls = new Error().stack as unknown as NodeJS.CallSite[];
      for (const call of calls) {
        const source = sourceOf(call.getFileName());
        if (source !== undefined) return source;
      }
    }
    return undefined;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const known = new Map<string | null | undefined, string | undefined>();

/** Path of a file in the workspace, as written in an editor of any system. */
function sourceOf(file: string | null | undefined): string | undefined {
  if (known.has(file)) return known.get(file);
  // tools/run-ts names our own files from the workspace already.
  const path = file ? relative(workspace, resolve(workspace, file)).split(sep).join('/') : '..';
  const source = path === own || /^(\.\.|node:)/.test(path) || makers.test(path) ? undefined : path;
  known.set(file, source);
  return source;
}
