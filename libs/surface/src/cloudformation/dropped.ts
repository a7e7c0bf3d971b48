import { isObject } from '../terraform/unreadable';
import type { Template } from './template';

/** A resource that CloudFormation deletes, with what is stored in it. */
export interface Dropped {
  readonly id: string;
  readonly type: string;
}

/**
 * What a template no longer makes, of what data are lost with.
 *
 * @param after nothing where the stack is deleted
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
export function droppedFrom(before: Template, after: Template | undefined): readonly Dropped[] {
  const now = resourcesIn(after);
  return Object.entries(resourcesIn(before)).flatMap(([id, resource]) => {
    const type = typeOf(resource);
    if (type === undefined || !STORES.has(type) || typeOf(now[id]) === type) return [];
    return isKept(resource, type) ? [] : [{ id, type }];
  });
}

const STORES = new Set([
  ...['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', 'AWS::Cognito::UserPool', 'AWS::Cognito::IdentityPool'],
  ...['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret', 'AWS::EFS::FileSystem', 'AWS::EC2::Volume'],
  ...['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::OpenSearchService::Domain', 'AWS::Kinesis::Stream'],
  ...['AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster', 'AWS::Backup::BackupVault', 'AWS::Timestream::Table'],
]);

/** A snapshot is what CloudFormation leaves of a database where nothing else is said. */
function isKept(resource: unknown, type: string): boolean {
  const policy = isObject(resource) ? resource['DeletionPolicy'] : undefined;
  if (policy === undefined) return type.startsWith('AWS::RDS::');
  return policy === 'Retain' || policy === 'RetainExceptOnCreate' || policy === 'Snapshot';
}

const typeOf = (resource: unknown): string | undefined => {
  const type = isObject(resource) ? resource['Type'] : undefined;
  return typeof type === 'string' ? type : undefined;
};

const resourcesIn = (template: Template | undefined): Readonly<Record<string, unknown>> => {
  const resources = template?.['Resources'];
  return isObject(resources) ? resources : {};
};
