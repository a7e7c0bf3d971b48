/** What an ARN says of where a thing is; undefined: it is not known, or no ARN. */
export function arnParts(arn: unknown): ArnParts | undefined {
  const [, partition, service, region, resource] =
    typeof arn === 'string' ? (/^arn:([\w-]+):([\w-]+):([\w-]*):\d*:(.+)$/.exec(arn) ?? []) : [];
  if (partition === undefined || service === undefined || region === undefined || resource === undefined)
    return undefined;
  return { partition, service, region, resource };
}

interface ArnParts {
  readonly partition: string;
  readonly service: string;
  /** Empty: of all regions. */
  readonly region: string;
  readonly resource: string;
}
