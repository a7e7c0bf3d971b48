import { writeStack } from '../testing/stack';
import { type Diagnostic } from './diagnostics';
import { StateLockedError } from './errors';
import { explain } from './explain';

const backend = {
  bucket: 'states',
  key: 'dev/api.tfstate',
  kms_key_id: 'alias/states',
  allowed_account_ids: ['111111111111'],
};
const config = { terraform: { backend: { s3: backend } } };
const stack = writeStack('dev-api', config);
const explained = (command: string, diagnostics: Diagnostic[], stderr = '') =>
  explain({
    product: 'OpenTofu',
    command,
    stack,
    config,
    diagnostics,
    result: { exitCode: 1, stdout: '', stderr },
  });
const error = (summary: string, detail = ''): Diagnostic => ({ severity: 'error', summary, detail });

describe('explain', () => {
  it('names product, command, stack and folder, and leaves warnings out', () => {
    const failure = explained('plan', [{ ...error('Careful'), severity: 'warning' }, error('Broken')]);
    expect(failure.message).toMatch(
      /^OpenTofu plan failed for dev-api \(.*cdktf.out\/stacks\/dev-api\):\n\nError: Broken$/,
    );
    expect(failure.diagnostics).toEqual([error('Broken')]);
  });

  it('falls back to what was written as text', () => {
    expect(explained('show', [], '│ Error: No such file\n').message).toMatch(/\n\nError: No such file$/);
  });

  it('names the holder of a lock and the command that releases it', () => {
    const failure = explained('apply', [
      error(
        'Error acquiring the state lock',
        'Lock Info:\n  ID: 1-2\n  Path: b/k\n  Operation: OperationTypeApply\n  Who: ada@laptop\n  Created: now\n',
      ),
    ]);
    expect(failure).toBeInstanceOf(StateLockedError);
    expect(failure.message).toBe(
      'The state of dev-api (b/k) is locked by ada@laptop since now, who runs apply.\n' +
        'Wait until that run ends. Only if it is dead, release the lock: npx nx unlock dev --stack=dev-api --lock=1-2',
    );
  });

  // What Terraform 1.11.4 printed when the lock went between its two questions.
  it('says that a lock is gone already', () => {
    const failure = explained('apply', [
      error(
        'Error acquiring the state lock',
        'Error message: operation error S3: PutObject, https response error StatusCode: 412, api error PreconditionFailed\n' +
          "unable to retrieve file from S3 bucket 'b' with key 'k.tflock': operation error S3: GetObject, https response error StatusCode: 404, NoSuchKey:",
      ),
    ]);
    expect(failure.message).toBe(
      'The state of dev-api was locked by a run that has ended since. Nothing was changed: run this again.',
    );
  });

  it.each([
    ['Saved plan is stale', /The state of dev-api changed after the plan was made[^]*Plan again/],
    ['Saved plan does not match the given state', /The state of dev-api changed after the plan was made/],
    ['Backend configuration changed', /then delete .*\.terraform-work\/dev-api and run this again/],
  ])('knows the remediation of "%s"', (summary, remediation) => {
    expect(explained('apply', [error(summary)]).message).toMatch(remediation);
  });

  it('knows what to do when a provider is another one since the plan, and leaves other lock files to Terraform', () => {
    const about = (summary: string, detail: string) => explained('apply', [{ ...error(summary), detail }]).message;
    const inconsistent = 'Inconsistent dependency lock file';

    for (const message of [
      about(inconsistent, 'The given plan file was created with a different set of external dependency selections.'),
      about('registry.terraform.io/hashicorp/aws: there is no package for hashicorp/aws 5.101.0 cached in data', ''),
    ]) {
      expect(message).toContain(
        'The lock file of dev-api names another version or package of a provider than was installed for the plan. ' +
          'Nothing of this plan was applied. Plan again and review what that plan does.',
      );
    }
    expect(about(inconsistent, 'The following dependency selections are inconsistent.')).not.toContain('Plan again');
  });

  it('knows what ends the rotation of refresh tokens, which the provider cannot note', () => {
    const failed = { ...error('Provider produced inconsistent result after apply'), detail: '' };
    const about = (detail: string) => explained('apply', [{ ...failed, detail }]).message;

    expect(about('unexpected new value: .refresh_token_rotation: block count changed from 0 to 1.')).toContain(
      "Write refreshTokenRotation: 'off' for the client",
    );
    expect(about('unexpected new value: .tags: was null.')).not.toContain('refreshTokenRotation');
  });

  // As Terraform 1.11.4 and the AWS provider 5.100.0 print them, shortened.
  it.each([
    [
      'Failed to get existing workspaces: S3 bucket "states" does not exist.\n\nThe referenced',
      'The state bucket states does not exist in account 111111111111: make it with "npx nx bootstrap bootstrap --environment=dev".',
    ],
    [
      'operation error S3: PutObject, https response error StatusCode: 400, api error KMS.DisabledException: arn:x is disabled.',
      'The KMS key alias/states of the state of dev-api is missing or disabled in account 111111111111: bring it back with "npx nx bootstrap bootstrap --environment=dev".',
    ],
    [
      'operation error S3: GetObject, api error KMS.KMSInvalidStateException: arn:x is pending deletion.',
      'The KMS key alias/states is about to be deleted, and the state of dev-api cannot be read without it: keep it with "aws kms cancel-key-deletion --key-id <id>" and "aws kms enable-key --key-id <id>".',
    ],
    [
      'Unable to access object "k" in S3 bucket "states": operation error S3: HeadObject, https response error StatusCode: 403, api error Forbidden: Forbidden',
      'No access to the state of dev-api (s3://states/dev/api.tfstate): sign in with a role that has it; "npx nx bootstrap bootstrap --environment=dev" makes such roles.',
    ],
    [
      'operation error S3: PutObject, api error AccessDenied: User: arn:x is not authorized to perform: kms:Decrypt on resource: y',
      'No access to the state of dev-api (s3://states/dev/api.tfstate; kms:Decrypt is missing): sign in with a role that has it; "npx nx bootstrap bootstrap --environment=dev" makes such roles.',
    ],
    [
      'operation error S3: ListObjectsV2, api error ExpiredToken: The provided token has expired.',
      'Your AWS credentials have expired: sign in again, e.g. with "aws sso login", and run this again; in a workflow run the job again.',
    ],
    [
      'operation error STS: GetCallerIdentity, api error InvalidClientTokenId: The security token included in the request is invalid.',
      'AWS does not know these credentials: sign in for dev in account 111111111111, e.g. with AWS_PROFILE.',
    ],
    [
      'No valid credential sources found',
      'No AWS credentials were found: sign in for dev in account 111111111111, e.g. with AWS_PROFILE.',
    ],
    [
      'AWS account ID not allowed: 999999999999',
      'These are credentials of account 999999999999: sign in for dev in account 111111111111.',
    ],
  ])('says in one sentence what mends "%s"', (summary, sentence) => {
    const [said] = summary.split('\n');
    expect(explained('plan', [error(summary)]).message).toBe(`${sentence}\n  OpenTofu plan of dev-api: ${said}`);
  });

  it('takes a bucket of the configuration for no state bucket', () => {
    const denied = {
      ...error('reading S3 Bucket (logs): operation error S3: HeadBucket, api error Forbidden'),
      address: 'aws_s3_bucket.logs',
    };
    expect(explained('plan', [denied]).message).toMatch(/^OpenTofu plan failed for dev-api/);
  });
});
