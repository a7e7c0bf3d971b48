import { nameOfChange } from '../../changes/name-of-change';
import { isObject } from '../../terraform/unreadable';
import { differenceRule } from '../../findings/rule';

export const rotationRemovalFails = differenceRule({
  id: 'rotation-removal-fails',
  severity: 'high',
  title: 'Removal of refresh token rotation fails',
  why: 'The AWS provider 5.100 fails when refresh_token_rotation is removed: AWS turns it off, and the apply stops with "inconsistent result" (terraform-provider-aws issue 47196).',
  remediation: 'Keep the block with feature DISABLED and retry_grace_period_seconds 0.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html',
  find: ({ changesOf }) =>
    CLIENTS.flatMap(changesOf).flatMap((change) => {
      const { action, before, after } = change;
      const isRemoved = isOn(before?.['refresh_token_rotation']) && isNone(after?.['refresh_token_rotation']);
      if (action !== 'update' || !isRemoved) return [];
      const name = nameOfChange(change);
      return [
        {
          at: change,
          subject: `app client ${name}`,
          message: `The apply fails at ${name}, after AWS has turned refresh token rotation off.`,
          before: 'ENABLED',
          after: 'none',
        },
      ];
    }),
});

/** One code of the provider for both. */
const CLIENTS = ['aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client'];

const isOn = (blocks: unknown): boolean =>
  Array.isArray(blocks) && blocks.some((block) => isObject(block) && block['feature'] === 'ENABLED');

const isNone = (blocks: unknown): boolean =>
  blocks === undefined || blocks === null || (Array.isArray(blocks) && blocks.length === 0);
