/** The only reader of `process.env` in this package; everything else takes an environment as an argument. */
export const processEnv = (): NodeJS.ProcessEnv => process.env;
