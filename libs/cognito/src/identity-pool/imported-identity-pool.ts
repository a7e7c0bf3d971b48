import { DataAwsCognitoIdentityPool } from '@cdktf/provider-aws/lib/data-aws-cognito-identity-pool';
import { regions } from '@gatehouse/checks';
import { check, checkText, snakeCase } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type Construct } from 'constructs';
import { BaseIdentityPool } from './base-identity-pool';

/** An identity pool that is made elsewhere: nothing of it is changed here. `IdentityPool.fromId` and `fromName` make it. */
export class ImportedIdentityPool extends BaseIdentityPool {
  constructor(
    scope: Construct,
    id: string,
    private readonly findId: (pool: ImportedIdentityPool) => string,
  ) {
    super(scope, id);
    this.identityPoolId = this.findId(this);
  }

  readonly identityPoolId: string;
}

/** @throws ConstructError for what is no id of an identity pool. */
export function identityPoolFromId(scope: Construct, id: string, identityPoolId: string): BaseIdentityPool {
  const pool = new ImportedIdentityPool(scope, id, () => identityPoolId);
  checkText(pool, identityPoolId, {
    prop: 'identityPoolId',
    pattern: /^[a-z]{2}(-[a-z]+)+-\d:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    expected: 'a region and a GUID, such as eu-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6',
    fix: 'Copy it from the Cognito console',
  });
  check(pool, Token.isUnresolved(identityPoolId) || regions.includes(identityPoolId.split(':')[0] ?? ''), {
    prop: 'identityPoolId',
    expected: 'a region that AWS has',
    found: identityPoolId,
    fix: 'Correct the region in it',
  });
  return pool;
}

/** Terraform asks AWS for the id, each time it plans. */
export function identityPoolFromName(scope: Construct, id: string, identityPoolName: string): BaseIdentityPool {
  return new ImportedIdentityPool(scope, id, (pool) => {
    const found = new DataAwsCognitoIdentityPool(pool, 'Resource', { identityPoolName });
    found.overrideLogicalId(snakeCase(id));
    return found.id;
  });
}
