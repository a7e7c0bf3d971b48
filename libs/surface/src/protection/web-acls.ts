import type { Unknown, WebAclAssociation } from '../model';
import { unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { managedGroups } from './managed-groups';

const ASSOCIATIONS = {
  aws_wafv2_web_acl_association: 'web_acl_arn',
  aws_wafregional_web_acl_association: 'web_acl_id',
};
const PROTECTED = ['aws_api_gateway_stage', 'aws_cognito_user_pool'];

export const readWebAcls = (catalog: Catalog): WebAclAssociation<Unknown>[] =>
  Object.entries(ASSOCIATIONS).flatMap(([type, attribute]) =>
    catalog.managed(type).map((association) => ({
      ...association.located,
      webAclArn: association.text(attribute, unknown()),
      resourceArn: association.text('resource_arn', unknown()),
      ...optional('region', association.region),
      ...optional('resource', protectedBy(association, catalog)?.address),
      ...optional('managedGroups', managedGroups(association, catalog)),
    })),
  );

/**
 * The web ACL of a stage or user pool. A stage also computes an ARN of its own; it stays the old one in a plan that
 * removes the association, so it is not read.
 */
export function webAclOf(resource: Resource, catalog: Catalog): string | Unknown | undefined {
  const [association] = catalog.belonging(resource, Object.keys(ASSOCIATIONS), protectedBy);
  return association && (association.text('web_acl_arn') ?? association.text('web_acl_id', unknown()));
}

const protectedBy = (association: Resource, catalog: Catalog): Resource | undefined =>
  catalog.target(association, association.text('resource_arn'), PROTECTED, 'arn');
