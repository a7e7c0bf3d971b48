// Nx has its own way to load TypeScript, which is slow; ours does the same for it.
require('../../../../register-ts.cjs');
const { synthesizeMany, synthesizeOne } = require('./executor.ts');

module.exports = { many: synthesizeMany, one: synthesizeOne };
