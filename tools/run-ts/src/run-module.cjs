const Module = require('node:module');
const { dirname } = require('node:path');

/** Runs a module that is compiled already as Node does after compiling it itself. */
function runModule(module, compiled) {
  const require = (request) => module.require(request);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  compiled.call(module.exports, module.exports, require, module, module.filename, dirname(module.filename));
}

module.exports = { runModule };
