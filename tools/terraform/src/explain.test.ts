import { writeStack } from '../testing/stack';
import { type Diagnostic } from './diagnostics';
import { StateLockedError } from './errors';
import { explain } from './explain';

const stack = writeStack('dev-api', {});
const explained = (command: string, diagnostics: Diagnostic[], stderr = '') =>
  explain({
    product: 'OpenTofu',
    command,
    stack,
    config: {},
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
    ['Saved plan is stale', /Plan again/],
    ['No valid credential sources found', /Sign in to the AWS account/],
    ['Backend configuration changed', /then delete .*\.terraform-work\/dev-api and run this again/],
  ])('knows the remediation of "%s"', (summary, remediation) => {
    expect(explained('apply', [error(summary)]).message).toMatch(remediation);
  });
});
