import { type PolicyDocument } from './model';

/**
 * What Cognito passes to STS as session policies for guests of an identity pool (enhanced flow): whatever their role
 * allows, one of the two must allow as well.
 *
 * @param region the identity pool's: fewer services in regions that an account must opt in to
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export const guestSessionPolicies = (region: string): readonly PolicyDocument[] => [
  policy("Cognito's inline session policy for guests", [
    ...inline,
    ...(regionsByDefault.includes(region) ? inlineByDefault : []),
  ]),
  policy('AmazonCognitoUnAuthedIdentitiesSessionPolicy', managed),
];

const policy = (name: string, Action: readonly string[]): PolicyDocument => ({
  name,
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
});

const whole = (services: string): string[] => services.split(' ').map((service) => `${service}:*`);

const inline = [
  ...whole('cloudwatch logs dynamodb kinesis mobileanalytics s3 ses sns sqs lambda machinelearning execute-api iot'),
  ...whole('gamelift cognito-identity cognito-idp lex polly comprehend translate transcribe rekognition'),
  ...whole('mobiletargeting firehose appsync personalize'),
  'sagemaker:InvokeEndpoint',
];

const inlineByDefault = [
  ...whole('cognito-sync codewhisperer sdb'),
  'textract:DetectDocumentText',
  'textract:AnalyzeDocument',
];

/** https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
const regionsByDefault = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
];

const managed = [
  'rum:PutRumEvents',
  ...whole('polly comprehend translate transcribe rekognition mobiletargeting firehose personalize'),
  'sagemaker:InvokeEndpoint',
  ...['geo:GetMap*', 'geo:SearchPlaceIndex*', 'geo:GetPlace', 'geo:CalculateRoute*', 'geo:*Geofence'],
  ...['geo:*Geofences', 'geo:*DevicePosition*'],
  ...['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptTo', 'kms:ReEncryptFrom', 'kms:GenerateDataKey'],
  ...['kms:GenerateDataKeyPair', 'kms:GenerateDataKeyPairWithoutPlaintext', 'kms:GenerateDataKeyWithoutPlaintext'],
];
