const { lstatSync } = require('node:fs');
const Module = require('node:module');
const { dirname, isAbsolute, join } = require('node:path');
const { paths } = require('./load.cjs');
const { withoutWorkspace } = require('./lookups.cjs');

/** Finds our own files without asking for each ending that a module can have. */
function findTypeScript() {
  const { _resolveFilename: resolve } = Module;
  const packages = new Map();
  Module._resolveFilename = function (request, parent, isMain, options) {
    if (options || !parent?.filename?.endsWith('.ts')) return resolve.call(this, request, parent, isMain, options);
    if (/^\.\.?\//.test(request)) {
      const file = `${join(dirname(parent.filename), request)}.ts`;
      if (lstatSync(file, { throwIfNoEntry: false })?.isFile()) return file;
    }
    const found = packages.get(request) ?? resolve.call(this, request, parent, isMain, options);
    // A package of the workspace is the same for all of them.
    if (found.endsWith('.ts') && !request.startsWith('.')) packages.set(request, found);
    return found;
  };
}

/** Takes from `paths` where a `require` leads, and adds what is found. */
function keepPaths() {
  const { _resolveFilename: resolve } = Module;
  Module._resolveFilename = function (request, parent, isMain, options) {
    if (options || !parent?.filename) return resolve.call(this, request, parent, isMain, options);
    const key = `${withoutWorkspace(dirname(parent.filename))} ${request}`;
    const kept = paths.get(key);
    if (kept) return kept;
    const found = resolve.call(this, request, parent, isMain, options);
    if (isAbsolute(found)) paths.set(key, found);
    return found;
  };
}

module.exports = { findTypeScript, keepPaths };
