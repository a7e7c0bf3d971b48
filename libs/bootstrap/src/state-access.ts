import { type Statement } from '@gatehouse/construct-kit';
import { digestKeyPath, type Environment, rightsRecordKey, stateKey } from '@gatehouse/environment';
import { allow } from './policy';

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
    // Without it a state that does not exist yet answers 403 instead of 404, and the first plan fails.
    allow('ListStates', bucketArn, 's3:ListBucket'),
    allow('ReadStates', `${bucketArn}/${states(environment)}`, 's3:GetObject'),
    // What the role itself may do, so that a plan or deploy can say what it lacks before it starts.
    allow('ReadOwnRights', `${bucketArn}/${rightsRecordKey(environment)}`, 's3:GetObject'),
    // So that a review and the deploy of it know the same secret again, and nobody else can tell one.
    allow('ReadDigestKey', `${bucketArn}/${digestKeyPath(environment)}`, 's3:GetObject'),
    allow('DecryptStates', keyArn, 'kms:Decrypt'),
  ];
}

/** The environment's own states and their locks, to write, besides what `readState` allows. */
export function writeState({ bucketArn, keyArn }: StateStore, environment: Environment): Statement[] {
  const own = `${bucketArn}/${states(environment)}`;
  return [
    allow('WriteStates', own, ['s3:DeleteObject', 's3:PutObject']),
    allow('LockStates', `${own}.tflock`, ['s3:DeleteObject', 's3:GetObject', 's3:PutObject']),
    allow('EncryptStates', keyArn, 'kms:GenerateDataKey'),
  ];
}

/** Every stack's state, of stacks to come as well. */
const states = (environment: Environment): string => stateKey(environment, '*');
