import { accessOf } from '../../access/access';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

const AUTHORIZATION = { cognito: 'COGNITO_USER_POOLS', jwt: 'JWT', custom: 'CUSTOM' } as const;

export const guardWithoutAuthorizer = refusalRule({
  id: 'guard-without-authorizer',
  severity: 'high',
  title: 'Route without the authorizer that its authorization needs',
  why: 'COGNITO_USER_POOLS, JWT and CUSTOM name the kind of an authorizer; authorizer_id names which one.',
  remediation: 'Set authorizer_id, or use AWS_IAM.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html',
  find: (surface) =>
    accessOf(surface).routes.flatMap((route) => {
      const { guard } = route;
      if (isUnknown(guard) || guard.kind === 'none' || guard.kind === 'iam') return [];
      return violationsAt(route, route.title, {
        when: guard.unnamed === true,
        message: `API Gateway refuses ${route.title}: its authorization is ${AUTHORIZATION[guard.kind]}, and no authorizer is named.`,
      });
    }),
});
