import { isUnknown } from '../../model/value';
import { both, placeOf } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const authorizerReplaced = differenceRule({
  id: 'authorizer-replaced',
  severity: 'high',
  title: 'Authorizer replaced or removed',
  why: 'The type of an authorizer, and the function that it invokes, decide who passes; nothing else in the plan shows that the result may differ.',
  remediation: 'Keep the type and the function, or have the owner of the function review the change.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  find: ({ authorizers, routes, changeAt }) => {
    // By routes that stay: what goes with its routes leaves nothing unguarded.
    const used = new Set(
      both(routes).flatMap(({ before }) =>
        isUnknown(before.guard) || before.guard.authorizer === undefined
          ? []
          : [placeOf({ ...before, address: before.guard.authorizer })],
      ),
    );
    return authorizers.flatMap(({ before, after }) => {
      if (!before) return [];
      const subject = `authorizer ${nameOf(before.name, before)}`;
      if (!after) {
        // Forgotten or deleted with its API: the API's own loss says it.
        if (!used.has(placeOf(before)) || !changeAt(before)) return [];
        return [
          {
            at: before,
            subject,
            message: `Routes that ${subject} guarded no longer use it.`,
            before: show(before.type),
            after: 'none',
          },
        ];
      }
      const kind = !isUnknown(before.type) && !isUnknown(after.type) && before.type !== after.type;
      const calls =
        typeof before.uri === 'string' && typeof after.uri === 'string' && before.uri !== after.uri;
      if (!kind && !calls) return [];
      return [
        {
          at: after,
          subject,
          message: kind
            ? `Callers pass ${subject} by ${show(after.type)} instead of ${show(before.type)}.`
            : `Another function decides who passes ${subject}.`,
          before: show(kind ? before.type : before.uri),
          after: show(kind ? after.type : after.uri),
        },
      ];
    });
  },
});
