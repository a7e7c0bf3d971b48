import type { Authorizer } from '../../access/authorizer';
import { isUnknown } from '../../model/value';
import { functionIn } from '../backends';
import { both, placeOf } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { nameOf, show } from '../show';
import { stageTexts } from '../stage-texts';

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
      const subject = `authorizer ${nameOf(before)}`;
      if (after) return violationsAt(after, subject, replaced(before, after, subject));
      return violationsAt(before, subject, {
        // Forgotten or deleted with its API: the API's own loss says it.
        when: used.has(placeOf(before)) && changeAt(before) !== undefined,
        message: `Routes that ${subject} guarded no longer use it.`,
        before: show(before.type),
        after: 'none',
      });
    });
  },
});

function replaced(before: Authorizer, after: Authorizer, subject: string): Found {
  const [was, now] = [show(before.type), show(after.type)];
  if (was !== now && !isUnknown(before.type) && !isUnknown(after.type))
    return { message: `Callers pass ${subject} by ${now} instead of ${was}.`, before: was, after: now };
  const onStage = stageTexts(before.uri, before.api.api.stages, after.uri, after.api.api.stages)[0];
  if (onStage)
    return {
      message: `Another function decides who passes ${subject} on stage ${onStage.stage}.`,
      before: functionIn(onStage.before) ?? 'one function',
      after: functionIn(onStage.after) ?? 'another',
    };
  return {
    when: typeof before.uri === 'string' && typeof after.uri === 'string' && before.uri !== after.uri,
    message: `Another function decides who passes ${subject}.`,
    before: show(before.uri),
    after: show(after.uri),
  };
}
