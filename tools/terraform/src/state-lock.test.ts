import { parseStateLock } from './state-lock';

// Detail of the error that Terraform 1.11.4 printed.
const detail = `Error message: operation error S3: PutObject, https response error StatusCode: 412, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold
Lock Info:
  ID:        ed8e5567-fb13-b11f-d635-88d944ce060d
  Path:      some-bucket/dev/api.tfstate
  Operation: OperationTypeApply
  Who:       ada@laptop
  Version:   1.11.4
  Created:   2026-11-23 04:03:54.856813565 +0000 UTC
  Info:      


Terraform acquires a state lock to protect the state from being written
by multiple users at the same time.`;

describe('parseStateLock', () => {
  it('reads who holds the lock', () => {
    expect(parseStateLock(detail)).toEqual({
      id: 'ed8e5567-fb13-b11f-d635-88d944ce060d',
      path: 'some-bucket/dev/api.tfstate',
      operation: 'OperationTypeApply',
      who: 'ada@laptop',
      created: '2026-11-23 04:03:54.856813565 +0000 UTC',
    });
  });

  it('finds no holder where none is named', () => {
    expect(parseStateLock('Error message: AccessDenied')).toBeUndefined();
    expect(parseStateLock('Lock Info:\n  ID:\n  Path: x')).toBeUndefined();
  });
});
