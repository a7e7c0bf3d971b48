import { IdentityPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** A role for people of an identity pool that is made elsewhere. */
export default (stack: Construct): void => {
  const people = IdentityPool.fromId(stack, 'people', 'eu-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6');
  people.addRole('readers', { name: 'acme-readers' }).allow(['s3:GetObject'], ['arn:aws:s3:::acme-photos/*']);
};
