import { type Environment, stateKey } from '@gatehouse/environment';
import { type Statement } from '../policy';

/** The state bucket and its key, by their ARNs. */
export interface StateStore {
  readonly bucketArn: string;
  readonly keyArn: string;
}

/**
 * The environment's own states, to read. Nothing may be locked with it: plans take no lock.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 */
export function readState({ bucketArn, keyArn }: StateStore, environment: Environment): Statement[] {
  return [
    {
      Sid: 'ListStates',
      Effect: 'Allow',
      // Without it a state that does not exist yet answers 403 instead of 404, and the first plan fails.
      Action: 's3:ListBucket',
      Resource: bucketArn,
    },
    {
      Sid: 'ReadStates',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `${bucketArn}/${states(environment)}`,
    },
    { Sid: 'DecryptStates', Effect: 'Allow', Action: 'kms:Decrypt', Resource: keyArn },
  ];
}

/** The environment's own states and their locks, to write, besides what `readState` allows. */
export function writeState({ bucketArn, keyArn }: StateStore, environment: Environment): Statement[] {
  const own = `${bucketArn}/${states(environment)}`;
  return [
    {
      Sid: 'WriteStates',
      Effect: 'Allow',
      Action: ['s3:DeleteObject', 's3:PutObject'],
      Resource: own,
    },
    {
      Sid: 'LockStates',
      Effect: 'Allow',
      Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: `${own}.tflock`,
    },
    { Sid: 'EncryptStates', Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: keyArn },
  ];
}

/** Every stack's state, of stacks to come as well. */
const states = (environment: Environment): string => stateKey(environment, '*');
