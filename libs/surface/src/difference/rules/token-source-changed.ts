import { isUnknown } from '../../model/value';
import { knownOf } from '../../access/lists';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const tokenSourceChanged = differenceRule({
  id: 'token-source-changed',
  severity: 'medium',
  title: 'Token source or pattern changed',
  why: 'Callers that send the token where it was are refused; a token in a query string ends up in logs and browser histories.',
  remediation: 'Keep the token in the Authorization header, and keep the pattern that it must match.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html',
  sameFactAs: ['token-in-url'],
  find: ({ authorizers }) =>
    both(authorizers).flatMap(({ before, after }) => {
      const subject = `authorizer ${nameOf(after.name, after)}`;
      const [was, now] = [knownOf(before.sources), knownOf(after.sources)];
      const moved = was.length > 0 && now.length > 0 && show(was) !== show(now);
      const [had, has] = [before.expression, after.expression];
      const checks = typeof had === 'string' && !isUnknown(has) && has !== had;
      return [
        ...(moved
          ? [
              {
                at: after,
                subject,
                message: `Callers must send their token for ${subject} in ${show(now)}; those who send it in ${show(was)} are refused.`,
                before: show(was),
                after: show(now),
              },
            ]
          : []),
        ...(checks
          ? [
              {
                at: after,
                subject,
                message:
                  has === undefined
                    ? `Callers with tokens that do not match ${had} can pass ${subject}.`
                    : `Callers with tokens that match ${has} pass ${subject}, which required ${had}.`,
                before: had,
                after: show(has),
              },
            ]
          : []),
      ];
    }),
});
