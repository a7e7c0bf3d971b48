/**
 * Regions whose Amazon SES identities a user pool of each region can send with. Of regions that are not listed nothing is said.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
 */
export const sesRegionsOf = (region: string): readonly string[] | undefined => {
  if (SES_OF_ITS_OWN.includes(region)) return [region];
  return SES_OF_ELSEWHERE_TOO.includes(region) ? [...new Set([region, ...FIRST_REGIONS])] : undefined;
};

/**
 * The same of text messages and Amazon SNS.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
 */
export const snsRegionsOf = (region: string): readonly string[] | undefined =>
  SNS_ELSEWHERE[region] ?? (SNS_OF_ITS_OWN.includes(region) ? [region] : undefined);

/** Cognito began with SES in these alone. */
const FIRST_REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'];

const SES_OF_ITS_OWN = ['us-west-1', 'eu-west-3', 'eu-north-1', 'me-south-1', 'sa-east-1'];

const SES_OF_ELSEWHERE_TOO = [
  ...FIRST_REGIONS,
  'us-east-2',
  'ca-central-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-west-2',
];

const SNS_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'us-east-2': ['us-east-2', 'us-east-1'],
  'ca-central-1': ['ca-central-1', 'us-east-1'],
  'eu-central-1': ['eu-central-1', 'eu-west-1'],
  'eu-west-2': ['eu-west-2', 'eu-west-1'],
  'ap-south-1': ['ap-south-1', 'ap-southeast-1'],
  'ap-southeast-5': ['ap-southeast-1'],
  'ap-southeast-7': ['ap-south-1'],
  'ap-east-1': ['ap-southeast-1'],
  'ap-northeast-2': ['ap-northeast-1'],
};

const SNS_OF_ITS_OWN = [
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'ca-west-1',
  'mx-central-1',
  'eu-west-1',
  'eu-west-3',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-central-2',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-southeast-3',
  'ap-northeast-3',
  'ap-southeast-4',
  'me-south-1',
  'me-central-1',
  'sa-east-1',
  'il-central-1',
  'af-south-1',
];
