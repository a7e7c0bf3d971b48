// Runs TypeScript: `node -r ./register-ts.cjs file.ts`. Packages are JavaScript already and go through Node's own
// loader, which takes half of the time that tsx takes for them; see docs/decisions/0001-running-typescript.md.
const { '.js': ownLoader } = require.extensions;
require('tsx/cjs');
require.extensions['.js'] = ownLoader;
// tsx leaves a source map in every file and Node reads them all, a tenth of a short command. They say where a mistake of
// ours is: NODE_OPTIONS=--enable-source-maps.
if (!process.env.NODE_OPTIONS?.includes('--enable-source-maps')) process.setSourceMapsEnabled(false);
