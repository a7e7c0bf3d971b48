import { S3Object } from '@cdktf/provider-aws/lib/s3-object';
import { type Environment, rightsRecordKey } from '@gatehouse/environment';
import { type Rights, rightsOf } from '@gatehouse/rights';
import { type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

export interface RightsRecordProps {
  readonly bucketName: string;
  readonly environment: Environment;
  readonly rights: Rights;
  /** Written when the roles have these, so that it never says more than they may. */
  readonly after: TerraformResource[];
}

/** What an environment's roles may do, in the state bucket, where a plan or deploy reads it before it starts. */
export class RightsRecord extends Construct {
  constructor(scope: Construct, id: string, { after, bucketName, environment, rights }: RightsRecordProps) {
    super(scope, id);
    new S3Object(this, `${environment.name}-rights`, {
      bucket: bucketName,
      key: rightsRecordKey(environment),
      content: JSON.stringify(rightsOf(rights, environment.name)),
      contentType: 'application/json',
      dependsOn: after,
    });
  }
}
