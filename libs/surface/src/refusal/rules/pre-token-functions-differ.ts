import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const preTokenFunctionsDiffer = refusalRule({
  id: 'pre-token-functions-differ',
  severity: 'high',
  title: 'Two functions for pre token generation',
  why: 'pre_token_generation is the old form of pre_token_generation_config; a pool has one function for both.',
  remediation:
    'Remove pre_token_generation of lambda_config; the trigger preTokenGeneration sets pre_token_generation_config alone.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ preToken: { arn, legacyArn } }) => ({
      when: typeof arn === 'string' && typeof legacyArn === 'string' && arn !== legacyArn,
      message: 'Cognito refuses pre_token_generation and pre_token_generation_config with different functions.',
      after: `${String(legacyArn)}, ${String(arn)}`,
    })),
});
