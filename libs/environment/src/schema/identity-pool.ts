import { formats } from '@gatehouse/checks';
import { flag, formatted, list, object, text } from './fields';

const permission = object('One permission.', {
  actions: list(formatted(formats.iamAction, 'One IAM action.'), 'What may be done.', 'at least one action'),
  resources: list(
    text(
      /^arn:/,
      'an ARN',
      'One ARN. ${cognito-identity.amazonaws.com:sub} in it is the identity that holds the credentials.',
    ),
    'To what.',
    'at least one ARN',
  ),
});

const permissions = (description: string) => list(permission, description).default([]);

export const identityPool = object(
  'Exchanges ID tokens of user clients for temporary AWS credentials. Its permissions are part of the boundary that bootstrap makes: run it again when they change. https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  {
    guests: flag('Whether anyone on the internet gets AWS credentials without signing in.').default(false),
    authenticated: permissions('What people who are signed in may do; nothing when empty.'),
    guestPermissions: permissions('What guests may do; nothing when empty.'),
  },
);
