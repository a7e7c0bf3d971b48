/** A change here changes what is inferred; without it in the inputs, `nx affected` would not notice. */
export const PLUGIN_SOURCES = '{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts';

/** What synthesizes several environments in one process. */
export const EXECUTOR = '{workspaceRoot}/tools/nx-cdktf/{executors.json,src/synth/*}';

/** The emulator that `npm start` runs here: what is synthesized names it. It is in no file that Nx reads. */
export const OWN_EMULATOR = { runtime: 'node tools/nx-cdktf/src/synth/noted-endpoint.cjs' };

/** What runs TypeScript. */
export const RUN_TS = '{workspaceRoot}/{register-ts.cjs,tools/run-ts/src/*.cjs}';

/**
 * Every environment file. Were they file inputs, a change of any would affect every package or environment with such a target;
 * the output of a command changes the hash and nothing else.
 */
export const ENVIRONMENTS = {
  runtime: `node -p "fs.readdirSync('environments').map((file) => fs.readFileSync('environments/' + file, 'utf8')).join('')"`,
};

/** Files that Nx does not see, because no code depends on them (.nxignore). */
export const paperOf = (files: readonly string[]) => ({
  runtime: `node -p "${JSON.stringify(files).replaceAll('"', "'")}.filter(fs.existsSync).map((file) => fs.readFileSync(file, 'utf8')).join('')"`,
});
