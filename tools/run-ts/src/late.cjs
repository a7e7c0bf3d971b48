const Module = require('node:module');
const { join, sep } = require('node:path');

/** What cdktf loads at once and a synthesis hardly ever calls: it packs the folder of an asset, and runs Terraform. */
const NAMES = new Set(['archiver', 'child_process']);
const USER = join(sep, 'node_modules', 'cdktf', 'lib', sep);

/** @returns what stands for such a module, which is loaded when it is first used; nothing for any other */
const loadLate = (request, user, load) => (NAMES.has(request) && user?.includes(USER) ? standInFor(load) : undefined);

/** @returns what stands for a module, which is loaded when something of it is first read or called */
function standInFor(load) {
  let loaded;
  const get = () => (loaded ??= load());
  return new Proxy(() => {}, {
    apply: (_target, self, args) => Reflect.apply(get(), self, args),
    get: (_target, name) => get()[name],
    has: (_target, name) => name in get(),
    ownKeys: () => Reflect.ownKeys(get()),
    getOwnPropertyDescriptor: (_target, name) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(get(), name);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
}

/** For modules that Node loads. */
function hookLate() {
  const { _load: load } = Module;
  Module._load = function (request, parent, ...rest) {
    const loadIt = () => load.call(this, request, parent, ...rest);
    return loadLate(request, parent?.filename, loadIt) ?? loadIt();
  };
}

module.exports = { hookLate, loadLate, standInFor };
