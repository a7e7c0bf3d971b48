const { join, relative, sep } = require('node:path');

const workspace = join(__dirname, '../../..');

/** What teams use and do not write. */
const ours =
  /^(apps\/main\.ts$|register-ts\.cjs$|tools\/|libs\/(bootstrap|checks|cognito|construct-kit|environment|functions|gateway|patterns|platform|policy|surface|testing)\/)/;

/** @param file from the top of the workspace, with slashes */
const isOurs = (file) => ours.test(file);

/** @param path absolute */
function isOfTeam(path) {
  const file = relative(workspace, path).split(sep).join('/');
  return !/^(\.\.|[A-Za-z]:)|(^|\/)node_modules\//.test(file) && !isOurs(file);
}

module.exports = { isOfTeam, isOurs };
