import type { Unknown, User, UserGroup } from '../model';
import { unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import { poolOf } from './pool-of';

export const readUserGroups = (catalog: Catalog): UserGroup<Unknown>[] =>
  catalog.managed('aws_cognito_user_group').map((group) => ({
    name: group.text('name', unknown()),
    ...group.located,
    ...poolOf(group, catalog),
    ...optional('description', group.text('description')),
    ...optional('precedence', group.number('precedence')),
    ...optional('roleArn', group.text('role_arn')),
  }));

export const readUsers = (catalog: Catalog): User<Unknown>[] =>
  catalog.managed('aws_cognito_user').map((user) => ({
    name: user.text('username', unknown()),
    hasPassword: user.has('password') || user.has('temporary_password'),
    ...user.located,
    ...poolOf(user, catalog),
  }));
