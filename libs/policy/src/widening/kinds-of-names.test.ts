import { isEveryOfKind } from './kinds-of-names';

describe('every resource of a kind', () => {
  it.each([
    'arn:aws:s3:::?*',
    'arn:aws:s3:::?*/*',
    'arn:aws:dynamodb:*:*:t*',
    'arn:aws:lambda:*:*:func*',
    'arn:aws:kms:*:*:key/?*',
    'arn:aws:secretsmanager:*:*:secret:*-??????',
    'arn:aws:*:*:*:?*',
  ])('is %s', (arn) => expect(isEveryOfKind(arn)).toBe(true));

  it.each([
    'arn:aws:s3:::photos*',
    'arn:aws:s3:::*-logs/*',
    'arn:aws:dynamodb:*:*:table/orders*',
    'arn:aws:sqs:*:*:t*',
    'arn:aws:secretsmanager:*:*:secret:app/*-??????',
    'arn:aws:execute-api:*:*:abc123/*',
    'arn:aws:s3:::photos',
  ])('is not %s', (arn) => expect(isEveryOfKind(arn)).toBe(false));
});
