import { OWN, document, allow, root, ofPolicy } from '../../testing/resource-policy';

describe('a service that is no longer asked for whom it acts', () => {
  const permission = (source_arn: string, source_account: string | null) => ({
    ...{ function_name: 'f', action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com' },
    ...{ source_arn, source_account },
  });
  const key = (service: string, Condition: object | undefined) => ({
    arn: `arn:aws:kms:eu-west-1:${OWN}:key/1`,
    policy: document(allow(root(OWN), 'kms:*'), allow({ Service: service }, 'kms:Decrypt', Condition && { Condition })),
  });
  const ofLogs = { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${OWN}:log-group:a` } };

  it('is medium: the name of a deleted bucket can be taken by others', () => {
    const onFunction = (...[before, after]: [object | null, object]) =>
      ofPolicy('aws_lambda_permission.p', before, after);
    expect(onFunction(permission('arn:aws:s3:::b', OWN), permission('arn:aws:s3:::b', null))).toEqual(['medium']);
    expect(onFunction(permission('arn:aws:s3:::b', OWN), permission('arn:aws:s3:::c', OWN))).toEqual([]);
    // Every example has it so.
    expect(onFunction(null, permission('arn:aws:s3:::b', null))).toEqual([]);
  });

  it('is medium with a key', () => {
    const onKey = (before: object | undefined, after: object | undefined) =>
      ofPolicy(
        'aws_kms_key.k',
        key('logs.eu-west-1.amazonaws.com', before),
        key('logs.eu-west-1.amazonaws.com', after),
      );
    expect(onKey(ofLogs, undefined)).toEqual(['medium']);
    expect(onKey(undefined, ofLogs)).toEqual([]);
  });
});
