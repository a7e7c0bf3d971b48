import { isUnknown } from '../../model/value';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import type { Route } from '../../access/route';

export const requestValidationRemoved = differenceRule({
  id: 'request-validation-removed',
  severity: 'medium',
  title: 'Request validation removed',
  why: 'What the validator refused now reaches the backend, which may rely on it.',
  remediation: 'Restore the request validator of the method.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  sameFactAs: ['request-not-validated'],
  find: ({ routes }) =>
    both(routes).flatMap(({ before, after }) => {
      if (isUnknown(after.validator)) return [];
      const lost = checks(before).filter((check) => !checks(after).includes(check));
      if (lost.length === 0) return [];
      return [
        {
          at: after,
          subject: after.title,
          message: `Callers of ${after.title} can send any ${lost.join(' and any ')} to the backend.`,
          before: `checks ${checks(before).join(' and ')}`,
          after: checks(after).length === 0 ? 'checks nothing' : `checks ${checks(after).join(' and ')}`,
        },
      ];
    }),
});

/** What is certainly checked. */
function checks({ validator }: Route): readonly string[] {
  if (validator === undefined || isUnknown(validator)) return [];
  return [
    ...(validator.body === true ? ['body'] : []),
    ...(validator.parameters === true ? ['parameters'] : []),
  ];
}
