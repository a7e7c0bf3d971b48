import { standardTypeOf } from '../../cognito/standard-attributes';
import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MOST = 50;

export const tooManyCustomAttributes = refusalRule({
  id: 'too-many-custom-attributes',
  severity: 'high',
  title: 'Too many custom attributes',
  why: `A user pool has at most ${MOST} custom attributes, and none can ever be removed. AWS does not raise this quota.`,
  remediation: 'Keep in the pool what is needed at sign-in and in tokens, and the rest in a database of your own.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ attributes }) => {
      const custom = knownItems(attributes).filter(({ name }) => typeof name === 'string' && !standardTypeOf(name));
      return {
        when: custom.length > MOST,
        message: `Cognito refuses ${custom.length} custom attributes; a pool has at most ${MOST}.`,
        after: String(custom.length),
      };
    }),
});
