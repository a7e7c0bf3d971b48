const { lstatSync } = require('node:fs');
const Module = require('node:module');
const { dirname, isAbsolute, join, sep } = require('node:path');
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

/** @param paths where a `require` of a package leads; what is found is added */
function keepPaths(paths) {
  const { _resolveFilename: resolve } = Module;
  Module._resolveFilename = function (request, parent, isMain, options) {
    if (options || !parent?.filename) return resolve.call(this, request, parent, isMain, options);
    const key = `${withoutWorkspace(dirname(parent.filename))} ${request}`;
    const kept = paths.get(key);
    if (kept) return kept;
    const found = resolve.call(this, request, parent, isMain, options);
    if (isAbsolute(found) && found.includes(`${sep}node_modules${sep}`)) paths.set(key, found);
    return found;
  };
}

module.exports = { findTypeScript, keepPaths };
