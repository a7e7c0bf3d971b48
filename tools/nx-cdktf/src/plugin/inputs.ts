/** A change here changes what is inferred; without it in the inputs, `nx affected` would not notice. */
export const PLUGIN_SOURCES = '{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts';

/** What runs TypeScript. */
export const RUN_TS = '{workspaceRoot}/{register-ts.cjs,tools/run-ts/src/*.cjs}';
