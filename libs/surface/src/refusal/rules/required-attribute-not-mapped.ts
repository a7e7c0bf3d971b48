import { requiredOf } from '../../cognito/required-attributes';
import { poolFinder } from '../../model/pool-member';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const requiredAttributeNotMapped = refusalRule({
  id: 'required-attribute-not-mapped',
  severity: 'high',
  title: 'Identity provider without a required attribute',
  why: 'At the first sign-in with a provider Cognito creates the user from what attribute_mapping names. Without an attribute that the pool requires it creates none, and the sign-in fails.',
  remediation:
    'Map the attribute in attributes of the provider (attribute_mapping) to a claim that the provider always sends. What a pool requires can never be changed.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html',
  find: (surface) => {
    const poolOf = poolFinder(surface);
    return violations('identity provider', surface.identityProviders, (provider) => {
      const { attributeMapping } = provider;
      if (isUnknown(attributeMapping)) return undefined;
      const missing = requiredOf(poolOf(provider)).filter((name) => !(name in attributeMapping));
      return {
        when: missing.length > 0,
        message: `Cognito refuses every first sign-in, because ${missing.join(' and ')} is not mapped, which the pool requires.`,
        after: Object.keys(attributeMapping).join(', '),
      };
    });
  },
});
