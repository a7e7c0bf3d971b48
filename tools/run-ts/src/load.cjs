const Module = require('node:module');
const { dirname, sep } = require('node:path');
const { loadLate, standInFor } = require('./late.cjs');
const { withoutGetters } = require('./exports.cjs');
const { withoutWorkspace } = require('./lookups.cjs');

const BINDINGS = /^@cdktf\/provider-aws\/lib\//;
const NODE_MODULES = `${sep}node_modules${sep}`;

/** Functions of modules that are compiled already, by their file. */
const functions = new Map();
/** Where a `require` leads, by the folder that it is in and what it names. */
const paths = new Map();
/** Modules of Node, by what names them; nothing for what names another module. */
const builtins = new Map();

/** Modules that are found and compiled already do not go through Node's loader: it takes longer than they do. */
function load(file, parent) {
  const loaded = Module._cache[file];
  if (loaded) return loaded.exports;
  const module = new KeptModule(file, parent);
  module.filename = file;
  Module._cache[file] = module;
  let isDone = false;
  try {
    runModule(module, functions.get(file));
    isDone = true;
  } finally {
    if (!isDone) delete Module._cache[file];
  }
  module.loaded = true;
  return module.exports;
}

/** Node looks for packages in `paths` when a module requires one that nothing is known of; seldom, so they are made then. */
class KeptModule extends Module {
  get paths() {
    this.paths = Module._nodeModulePaths(dirname(this.filename));
    return this.paths;
  }

  set paths(value) {
    Object.defineProperty(this, 'paths', { value, configurable: true, enumerable: true, writable: true });
  }
}
KeptModule.prototype.constructor = Module;

/** Runs a module that is compiled already as Node does after compiling it itself. */
function runModule(module, compiled) {
  const folder = dirname(module.filename);
  const require = requireOf(module, withoutWorkspace(folder));
  compiled.call(module.exports, module.exports, require, module, module.filename, folder);
  if (module.filename.endsWith('.ts')) module.exports = withoutGetters(module.exports);
}

function requireOf(module, folder) {
  const find = (request) => {
    const path = paths.get(`${folder} ${request}`);
    if (path !== undefined && functions.has(path)) {
      const isLoaded = Module._cache[path] !== undefined;
      return isLoaded || !isForLater(request, module) ? load(path, module) : standInFor(() => load(path, module));
    }
    return builtin(request) ?? module.require(request);
  };
  const require = (request) => loadLate(request, module.filename, () => find(request)) ?? find(request);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

/** A package of constructs offers more than an app uses, and each of them brings large bindings. */
const isForLater = (request, { filename }) => BINDINGS.test(request) && !filename.includes(NODE_MODULES);

function builtin(request) {
  if (builtins.has(request)) return builtins.get(request);
  const found = process.getBuiltinModule(request);
  builtins.set(request, found);
  return found;
}

module.exports = { functions, load, paths, runModule };
