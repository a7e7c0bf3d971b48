/** A separate AWS: its ARNs begin, and its host names end, in their own way. */
export interface Partition {
  /** Second part of every ARN, such as `aws`. */
  readonly id: string;
  /** End of every host name, such as `amazonaws.com`. */
  readonly dnsSuffix: string;
}

/** As AWS's own SDKs list them; the test reads `@aws-sdk/core`, so that an update of it says what is new. */
const partitions: readonly (Partition & { readonly regions: readonly string[] })[] = [
  {
    id: 'aws',
    dnsSuffix: 'amazonaws.com',
    regions: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'me-west-1',
      'mx-central-1',
      'sa-east-1',
      'sa-west-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
  },
  {
    id: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
  {
    id: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    regions: ['eusc-de-east-1'],
  },
  {
    id: 'aws-iso',
    dnsSuffix: 'c2s.ic.gov',
    regions: ['us-iso-east-1', 'us-iso-west-1'],
  },
  {
    id: 'aws-iso-b',
    dnsSuffix: 'sc2s.sgov.gov',
    regions: ['us-isob-east-1', 'us-isob-west-1'],
  },
  {
    id: 'aws-iso-e',
    dnsSuffix: 'cloud.adc-e.uk',
    regions: ['eu-isoe-west-1'],
  },
  {
    id: 'aws-iso-f',
    dnsSuffix: 'csp.hci.ic.gov',
    regions: ['us-isof-east-1', 'us-isof-south-1'],
  },
  {
    id: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    regions: ['us-gov-east-1', 'us-gov-west-1'],
  },
];

/** Every region of AWS. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const regions: readonly string[] = partitions.flatMap(({ regions }) => regions);

/**
 * The partition of a region.
 *
 * @throws when AWS has no such region
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function partitionOf(region: string): Partition {
  const found = partitions.find(({ regions }) => regions.includes(region));
  if (found === undefined) throw new Error(`Expected a region of AWS, found ${JSON.stringify(region)}.`);
  const { id, dnsSuffix } = found;
  return { id, dnsSuffix };
}
