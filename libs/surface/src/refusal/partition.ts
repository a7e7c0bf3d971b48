/** The partition that a region is in; undefined: of none of those whose names tell it. */
export function partitionOf(region: string): string | undefined {
  if (region.startsWith('us-gov-')) return GOVCLOUD;
  if (region.startsWith('cn-')) return 'aws-cn';
  return /^[a-z]{2}-[a-z]+-\d$/.test(region) ? 'aws' : undefined;
}

export const GOVCLOUD = 'aws-us-gov';
