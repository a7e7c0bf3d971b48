import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { isUnknown } from '../../model/value';

export const keyUseChanged = differenceRule({
  id: 'key-use-changed',
  severity: 'medium',
  title: 'Key moved, or safety off',
  why: 'An alias decides which key encrypts from now on, and who can decrypt; the safety check keeps a policy from locking everyone out of a key for ever.',
  remediation: 'Keep the alias at its key, the safety check and the rotation on.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
  find: ({ changesOf }) => [
    ...changesOf('aws_kms_alias').flatMap(moved),
    ...['aws_kms_key', 'aws_kms_key_policy', 'aws_kms_external_key', 'aws_kms_replica_key'].flatMap((type) =>
      changesOf(type).flatMap(unsafe),
    ),
  ],
});

function moved(change: PlannedChange): readonly Violation[] {
  const { after, before, changed } = change;
  const name = String(before?.['name'] ?? change.address);
  const isMoved = ['target_key_arn', 'target_key_id'].some((argument) => changed.includes(argument));
  if (!before || !after || !isMoved) return [];
  const to = after['target_key_id'];
  const message = `${name} leads to another key from now on: the policy of that key decides who can decrypt.`;
  return [
    {
      ...{ at: change, subject: `key alias ${name}`, message },
      ...{ before: String(before['target_key_id']), after: isUnknown(to) ? 'known after apply' : String(to) },
    },
  ];
}

function unsafe(change: PlannedChange): readonly Violation[] {
  const { address, after, before } = change;
  const found = (message: string): Violation => ({
    ...{ at: change, subject: `key ${address}`, message },
  });
  if (!after) return [];
  return [
    ...(after[BYPASS] === true && before?.[BYPASS] !== true
      ? [found(`A policy that locks everyone out of the key is no longer refused at ${address}.`)]
      : []),
    ...(before?.['enable_key_rotation'] === true && after['enable_key_rotation'] === false
      ? [found(`Key ${address} is no longer rotated.`)]
      : []),
  ];
}

const BYPASS = 'bypass_policy_lockout_safety_check';
