/** What each line of an access log holds; of one kind of API, which knows no variables of the other. */
export interface Line<Kind extends 'HTTP' | 'REST'> {
  readonly kind: Kind;
  /** In the words of API Gateway. */
  readonly text: string;
}

/** Makes formats of the access log of one kind of API. */
export interface LogFormats<Kind extends 'HTTP' | 'REST', Field extends string> {
  /** A JSON object with who called and what happened, and with more fields. */
  readonly standard: (...more: readonly Field[]) => Line<Kind>;
  /** A JSON object with these fields; the id of the request is always there. */
  readonly json: (...fields: readonly Field[]) => Line<Kind>;
  /**
   * Any text with variables of API Gateway. Values that a caller chooses, such as `$context.path`, may hold quotation marks and line
   * breaks.
   */
  readonly text: (text: string) => Line<Kind>;
}

/**
 * Variables that REST and HTTP APIs have. No value can hold a quotation mark, so that no caller can break a line or forge a field:
 * that is why user agent, path and error text are missing. `sub` is the caller, `-` without a token.
 */
export const commonVariables = {
  accountId: '$context.accountId',
  apiId: '$context.apiId',
  authorizerLatency: '$context.authorizer.latency',
  authorizerStatus: '$context.authorizer.status',
  caller: '$context.identity.caller',
  clientId: '$context.authorizer.claims.client_id',
  domainName: '$context.domainName',
  errorType: '$context.error.responseType',
  httpMethod: '$context.httpMethod',
  integrationLatency: '$context.integration.latency',
  integrationRequestId: '$context.integration.requestId',
  integrationStatus: '$context.integration.status',
  ip: '$context.identity.sourceIp',
  principalId: '$context.authorizer.principalId',
  protocol: '$context.protocol',
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  responseLatency: '$context.responseLatency',
  responseLength: '$context.responseLength',
  stage: '$context.stage',
  status: '$context.status',
  sub: '$context.authorizer.claims.sub',
  userArn: '$context.identity.userArn',
} as const;

/** What a line says at its end, of who called and what was answered. */
export const answerFields = [
  'protocol',
  'status',
  'sub',
  'clientId',
  'errorType',
  'integrationStatus',
  'integrationLatency',
  'responseLatency',
  'responseLength',
] as const;

/** @param standard fields of a line, in their order */
export function logFormats<Kind extends 'HTTP' | 'REST', Field extends string>(
  kind: Kind,
  variables: Readonly<Record<Field | 'requestId', string>>,
  standard: readonly NoInfer<Field>[],
): LogFormats<Kind, Field> {
  const json = (...names: readonly Field[]) => {
    const fields = [...new Set<Field | 'requestId'>(['requestId', ...names])];
    return { kind, text: JSON.stringify(Object.fromEntries(fields.map((name) => [name, variables[name]]))) };
  };
  return { json, standard: (...more) => json(...standard, ...more), text: (text) => ({ kind, text }) };
}
