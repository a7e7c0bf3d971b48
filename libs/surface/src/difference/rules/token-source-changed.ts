import { isUnknown } from '../../model/value';
import { isEmpty, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { markOf } from '../../printable/mark';
import { show } from '../show';

export const tokenSourceChanged = differenceRule({
  id: 'token-source-changed',
  severity: 'medium',
  title: 'Token source or pattern changed',
  why: 'Callers that send the token where it was are refused; a token in a query string ends up in logs and browser histories.',
  remediation: 'Keep the token in the Authorization header, and keep the pattern that it must match.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html',
  sameFactAs: ['token-in-url'],
  find: ({ authorizers }) =>
    changed('authorizer', authorizers, (before, after, name) => {
      const [was, now] = [knownItems(before.sources), knownItems(after.sources)];
      const [had, has] = [before.expression, after.expression];
      return [
        {
          when: was.length > 0 && now.length > 0 && show(was) !== show(now),
          message: `Callers must send their token for authorizer ${name} in ${show(now)}; those who send it in ${show(was)} are refused.`,
          before: show(was),
          after: show(now),
        },
        {
          when: was.length > 0 && isEmpty(after.sources),
          message: `Requests without a token reach the function of authorizer ${name}, which alone decides about them.`,
          before: show(was),
          after: 'none',
        },
        {
          when: typeof had === 'string' && !isUnknown(has) && has !== had,
          message:
            has === undefined
              ? `Callers with any token can pass authorizer ${name}, which required one that matches its pattern.`
              : `Callers with tokens that match another pattern than before pass authorizer ${name}.`,
          // The pattern may be a token itself.
          of: [`pattern ${markOf(has)}`],
        },
      ];
    }),
});
