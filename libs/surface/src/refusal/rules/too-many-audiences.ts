import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MOST = 50;

export const tooManyAudiences = refusalRule({
  id: 'too-many-audiences',
  severity: 'high',
  title: 'Too many audiences',
  why: `A JWT authorizer has at most ${MOST} audiences. AWS does not raise this quota.`,
  remediation: 'Divide the app clients between several authorizers, or let clients of one kind share an app client.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
  find: ({ httpApis }) =>
    httpApis.flatMap(({ authorizers }) =>
      violations('authorizer', authorizers, ({ audience }) => {
        const amount = knownItems(audience).length;
        return {
          when: amount > MOST,
          message: `API Gateway refuses ${amount} audiences; a JWT authorizer has at most ${MOST}.`,
          after: String(amount),
        };
      }),
    ),
});
