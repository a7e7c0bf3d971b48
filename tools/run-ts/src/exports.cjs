/**
 * What a module exports, as plain properties: esbuild writes a getter for each, which asks another one, and where modules
 * call each other often that takes a tenth of the time. What is exported is never assigned again: lint sees to it.
 *
 * Where modules import each other in a circle, one of them has the object with the getters already, and keeps it; what is
 * not there yet stays a getter.
 */
function withoutGetters(exports) {
  if (!exports?.__esModule) return exports;
  const plain = Object.defineProperty({}, '__esModule', { value: true });
  for (const name of Object.keys(exports)) {
    const value = valueOf(exports, name);
    if (value !== undefined) plain[name] = value;
    else Object.defineProperty(plain, name, { get: () => exports[name], enumerable: true });
  }
  return plain;
}

function valueOf(exports, name) {
  try {
    return exports[name];
  } catch {
    return undefined;
  }
}

module.exports = { withoutGetters };
