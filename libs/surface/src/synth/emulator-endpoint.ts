type Block = Readonly<Record<string, unknown>>;

/** What of a `cdk.tf.json` says where its AWS is. */
export interface Endpoints {
  readonly terraform?: { readonly backend?: Readonly<Record<string, Block>> };
  readonly provider?: Readonly<Record<string, readonly Block[]>>;
}

/**
 * The AWS emulator that a stack talks to, if any: an endpoint outside AWS's own domains, in a provider or in the
 * backend. Endpoints inside them (VPC, FIPS) are real AWS.
 */
export function emulatorEndpoint(config: Endpoints): string | undefined {
  const blocks = [...Object.values(config.provider ?? {}).flat(), ...Object.values(config.terraform?.backend ?? {})];
  return blocks
    .flatMap((block) => [block['endpoints']].flat())
    .flatMap((endpoints) => Object.values(endpoints ?? {}))
    .find((url): url is string => typeof url === 'string' && !isAws(url));
}

function isAws(url: string): boolean {
  try {
    return /(^|\.)(amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/.test(new URL(url).hostname);
  } catch {
    return false;
  }
}
