import { z } from 'zod';
import { flag, text } from './fields';

const permissions = (description: string) =>
  z
    .array(
      z
        .strictObject({
          actions: z
            .array(
              text(
                /^[a-z0-9-]+:\w+\*?$/i,
                'an IAM action of one service, such as s3:GetObject or s3:Get*',
                'One IAM action.',
              ),
            )
            .min(1, { error: 'at least one action' })
            .meta({ description: 'What may be done.' }),
          resources: z
            .array(
              text(
                /^arn:/,
                'an ARN',
                'One ARN. ${cognito-identity.amazonaws.com:sub} in it is whoever holds the credentials.',
              ),
            )
            .min(1, { error: 'at least one ARN' })
            .meta({ description: 'To what.' }),
        })
        .meta({ description: 'One permission.' }),
    )
    .default([])
    .meta({ description });

export const identityPool = z
  .strictObject({
    guests: flag('Whether anyone on the internet gets AWS credentials without signing in.').default(false),
    authenticated: permissions('What people who are signed in may do; nothing when empty.'),
    guestPermissions: permissions('What guests may do; nothing when empty.'),
  })
  .meta({
    description:
      'Exchanges ID tokens of user clients for temporary AWS credentials. Its permissions are part of the boundary that bootstrap makes: run it again when they change. https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
  });
