/** A separate AWS: its ARNs begin, and its host names end, in their own way. */
export interface Partition {
  /** Second part of every ARN, such as `aws`. */
  readonly id: string;
  /** End of every host name, such as `amazonaws.com`. */
  readonly dnsSuffix: string;
}

/** Beginnings of region names, from partitions.json of the AWS SDKs. */
const partitions: Readonly<Record<string, Partition>> = {
  'cn-': { id: 'aws-cn', dnsSuffix: 'amazonaws.com.cn' },
  'eu-isoe-': { id: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk' },
  'eusc-': { id: 'aws-eusc', dnsSuffix: 'amazonaws.eu' },
  'us-gov-': { id: 'aws-us-gov', dnsSuffix: 'amazonaws.com' },
  'us-iso-': { id: 'aws-iso', dnsSuffix: 'c2s.ic.gov' },
  'us-isob-': { id: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov' },
  'us-isof-': { id: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov' },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function partitionOf(region: string): Partition {
  const beginning = Object.keys(partitions).find((start) => region.startsWith(start));
  return partitions[beginning ?? ''] ?? { id: 'aws', dnsSuffix: 'amazonaws.com' };
}
