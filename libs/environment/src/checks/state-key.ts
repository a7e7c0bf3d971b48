import { type Check } from './check';

/**
 * S3 encrypts only with a key of the bucket's own region.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
export const stateKey: Check = ({ state }) => {
  const keyRegion = /^arn:[^:]+:kms:([^:]+):/.exec(state?.kmsKey ?? '')?.[1];
  if (keyRegion === undefined || state?.region === undefined || keyRegion === state.region) return [];
  return [
    {
      path: ['state', 'kmsKey'],
      expected: `a key in ${state.region}, the region of the state bucket`,
      fix: `Name a key in ${state.region}, or correct state.region.`,
    },
  ];
};
