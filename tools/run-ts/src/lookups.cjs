const { existsSync, lstatSync, realpathSync } = require('node:fs');
const Module = require('node:module');
const { dirname, isAbsolute, join, relative, sep } = require('node:path');

const workspace = join(__dirname, '../../..', sep);
const NODE_MODULES = `${sep}node_modules${sep}`;

/**
 * Where Node looks for the packages of `paths`, and the real path of what is there, if anything is. It tells when a package
 * is linked elsewhere, or another one lies closer.
 *
 * @param paths of packages, as `load.cjs` has them
 */
function lookupsOf(paths) {
  const lookups = {};
  for (const [key, found] of paths) {
    const [, from, request] = /^(.*) (.+)$/.exec(key);
    if (/^[./#]/.test(request) || isAbsolute(request)) continue;
    const name = join(...request.split('/', request.startsWith('@') ? 2 : 1));
    for (const folder of Module._nodeModulePaths(inWorkspace(from))) {
      const place = existsSync(folder) ? join(folder, name) : folder;
      const there = realPathOf(place);
      lookups[isAbsolute(from) ? place : relative(workspace, place)] = withoutWorkspace(there);
      if (there && found.startsWith(join(there, sep))) break;
    }
  }
  return lookups;
}

const leadToTheSame = (lookups) =>
  Object.entries(lookups).every(([place, there]) => withoutWorkspace(realPathOf(inWorkspace(place))) === there);

/** Each `package.json` that Node reads to find these files: of their folders up to the package's own. */
function manifestsOf(files) {
  const manifests = new Set();
  for (const file of files) {
    for (let folder = dirname(file); folder.includes(NODE_MODULES); folder = dirname(folder)) {
      const manifest = join(folder, 'package.json');
      if (existsSync(manifest)) manifests.add(manifest);
    }
  }
  return manifests;
}

/** Of the same package everywhere: a copy of the workspace shares the packages of the original, and what is kept of them. */
const withoutWorkspace = (path) =>
  path.startsWith(workspace) && !path.includes(NODE_MODULES) ? path.slice(workspace.length) : path;

const inWorkspace = (path) => (isAbsolute(path) ? path : workspace + path);

function realPathOf(path) {
  // Most are not there, and an error is slow.
  if (!lstatSync(path, { throwIfNoEntry: false })) return '';
  try {
    return realpathSync.native(path);
  } catch {
    return '';
  }
}

module.exports = { inWorkspace, leadToTheSame, lookupsOf, manifestsOf, withoutWorkspace };
