/** What every OpenAPI extension of ours begins with. */
const prefix = 'x-gatehouse-';

/** Our extensions of OpenAPI, all of them at an operation. */
export const openApiExtensions = {
  prefix,
  /** Why anyone may call an operation. */
  public: `${prefix}public`,
  /** Whether the stage's cache keeps the answers. */
  cached: `${prefix}cached`,
  /** The fixed answer of an operation. */
  mock: `${prefix}mock`,
} as const;
