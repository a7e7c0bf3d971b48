import { isUnknown } from '../../model/value';
import { changedRoutes } from '../changed';
import { differenceRule } from '../../findings/rule';
import type { Route } from '../../access/route';

export const requestValidationRemoved = differenceRule({
  id: 'request-validation-removed',
  severity: 'medium',
  title: 'Request validation removed',
  why: 'Requests that the validator refused now reach the backend, which may rely on it.',
  remediation: 'Restore the request validator of the method.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  sameFactAs: ['request-not-validated'],
  find: ({ routes }) =>
    changedRoutes(routes, (before, after) => {
      if (isUnknown(after.validator)) return undefined;
      const [had, has] = [checks(before), checks(after)];
      const lost = had.filter((check) => !has.includes(check));
      if (lost.length === 0) return undefined;
      return {
        message: `Callers of ${after.title} can send any ${lost.join(' and any ')} to the backend.`,
        before: `checks ${had.join(' and ')}`,
        after: `checks ${has.join(' and ') || 'nothing'}`,
      };
    }),
});

/** What is certainly checked. */
const checks = ({ validator }: Route): readonly string[] =>
  validator === undefined || isUnknown(validator)
    ? []
    : (['body', 'parameters'] as const).filter((part) => validator[part] === true);
