import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { holderAt, type Holder } from './holders';

export interface Membership {
  readonly user: Holder;
  readonly group: Holder;
  /** What says so. */
  readonly by: Resource;
}

/** Which users are in which groups of IAM. */
export const readGroups = (catalog: Catalog): readonly Membership[] => [
  ...catalog
    .managed('aws_iam_group_membership')
    .flatMap((by) => members(by, by.raw('users'), [by.raw('group')], catalog)),
  ...catalog
    .managed('aws_iam_user_group_membership')
    .flatMap((by) => members(by, [by.raw('user')], by.raw('groups'), catalog)),
];

const members = (by: Resource, users: unknown, groups: unknown, catalog: Catalog): Membership[] =>
  [users].flat().flatMap((name) => {
    const user = holderAt('user', by, name, catalog);
    return [groups].flat().flatMap((each) => {
      const group = holderAt('group', by, each, catalog);
      return user && group ? [{ user, group, by }] : [];
    });
  });
