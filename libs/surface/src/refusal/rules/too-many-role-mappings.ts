import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MOST = { mappings: 10, rules: 25 };

export const tooManyRoleMappings = refusalRule({
  id: 'too-many-role-mappings',
  severity: 'high',
  title: 'Too many role mappings or rules',
  why: `An identity pool maps roles for at most ${MOST.mappings} providers, by at most ${MOST.rules} rules each. AWS does not raise this quota.`,
  remediation: 'Let one rule match more, by StartsWith or Contains, or take roles from groups by the type Token.',
  page: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html',
  find: ({ identityPools }) =>
    violations('identity pool', identityPools, ({ roleMappings }) => {
      const mappings = knownItems(roleMappings);
      return [
        {
          when: mappings.length > MOST.mappings,
          message: `Cognito refuses ${mappings.length} role mappings; an identity pool has at most ${MOST.mappings}.`,
          after: String(mappings.length),
        },
        ...mappings.map(({ rules }) => {
          const amount = knownItems(rules).length;
          return {
            when: amount > MOST.rules,
            message: `Cognito refuses ${amount} rules for one provider; a role mapping has at most ${MOST.rules}.`,
            after: String(amount),
          };
        }),
      ];
    }),
});
