/** What the environment says; read nowhere else in this package. */
export const processEnv = {
  /** https://no-color.org: set to anything but nothing. */
  noColor: (): boolean => (process.env.NO_COLOR ?? '') !== '',
};
