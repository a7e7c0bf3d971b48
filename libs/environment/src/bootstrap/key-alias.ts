/** `alias/<name>` of a key that is named by an alias or an alias ARN; undefined for a key id or a key ARN. */
export function aliasOf(kmsKey: string): string | undefined {
  return /^(?:arn:[^:]+:kms:[^:]+:\d+:)?(alias\/.+)$/.exec(kmsKey)?.[1];
}

/** The account of an ARN; undefined for anything else. */
export function accountOf(arn: string): string | undefined {
  return /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(arn)?.[1];
}
