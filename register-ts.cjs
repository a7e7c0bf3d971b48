// Runs TypeScript: `node -r ./register-ts.cjs file.ts`; see tools/run-ts.
require('./tools/run-ts/src/register.cjs').register();
