/**
 * Our extensions of OpenAPI, all of them at an operation.
 *
 * @param project whose document it is: its name is in each extension
 * @default - `x-gatehouse-…`, as they are in synthesized JSON
 */
export function openApiExtensions(project = 'gatehouse') {
  const prefix = `x-${project}-`;
  return {
    /** Why anyone may call an operation. */
    public: `${prefix}public`,
    /** Who signs the requests of an operation with AWS credentials. */
    iam: `${prefix}iam`,
    /** Whom a Lambda authorizer lets call an operation. */
    custom: `${prefix}custom`,
    /** Whether the stage's cache keeps the answers. */
    cached: `${prefix}cached`,
    /** The fixed answer of an operation. */
    mock: `${prefix}mock`,
  };
}

export type OpenApiExtensions = Readonly<ReturnType<typeof openApiExtensions>>;
