import { accessOf } from '../../access/access';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

const NEEDED = {
  cognito: { authorization: 'COGNITO_USER_POOLS', types: ['COGNITO_USER_POOLS'] },
  jwt: { authorization: 'JWT', types: ['JWT'] },
  custom: { authorization: 'CUSTOM', types: ['TOKEN', 'REQUEST'] },
} as const;

export const authorizerOfAnotherType = refusalRule({
  id: 'authorizer-of-another-type',
  severity: 'high',
  title: 'Route with an authorizer of another type',
  why: 'The authorization of a route and the type of its authorizer say the same: COGNITO_USER_POOLS and JWT are types of authorizers, CUSTOM is a Lambda authorizer.',
  remediation: 'Set the authorization that belongs to the authorizer, or name another authorizer.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html',
  find: (surface) =>
    accessOf(surface).routes.flatMap((route) => {
      const { guard, authorizer } = route;
      if (isUnknown(guard) || guard.kind === 'none' || guard.kind === 'iam' || !authorizer) return [];
      const { type } = authorizer;
      const { authorization, types } = NEEDED[guard.kind];
      return violationsAt(route, route.title, {
        when: typeof type === 'string' && !(types as readonly string[]).includes(type),
        message: `API Gateway refuses ${route.title}: its authorization is ${authorization}, and its authorizer is of type ${String(type)}.`,
      });
    }),
});
