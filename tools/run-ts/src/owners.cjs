const { join, relative, sep } = require('node:path');

const workspace = join(__dirname, '../../..');

/** What teams use and do not write. */
const ours =
  /^(apps\/main\.ts$|register-ts\.cjs$|tools\/|libs\/(bootstrap|checks|cognito|construct-kit|environment|functions|gateway|patterns|platform|policy|rights|surface|testing)\/)/;

/** Those that a synthesis or a review loads and that no resource names as the file that makes it (libs/platform/src/sources.ts). */
const libraries =
  /^(libs\/(checks|cognito|construct-kit|environment|functions|gateway|patterns|platform|policy|rights|surface)|tools\/(cli-kit|plan-review))\//;

/** @param file from the top of the workspace, with slashes */
const isLibrary = (file) => libraries.test(file);

/** @param file from the top of the workspace, with slashes */
const isOurs = (file) => ours.test(file);

/** @param path absolute */
function isOfTeam(path) {
  const file = relative(workspace, path).split(sep).join('/');
  return !/^(\.\.|[A-Za-z]:)|(^|\/)node_modules\//.test(file) && !isOurs(file);
}

module.exports = { isLibrary, isOfTeam, isOurs };
