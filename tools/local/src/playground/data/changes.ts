import { accessChanges, type AccessChange, type Surface } from '@gatehouse/surface';

/** What a reload changed in who may call what, a line each: `new GET /notes: signed-in user (ID token)`. */
export const changesBetween = (before: Surface, after: Surface): string[] =>
  accessChanges({ before, after, complete: true, plans: [] }).map(lineOf);

function lineOf({ after, before, effect, route }: AccessChange): string {
  const callers = [before, after].filter((each) => each !== undefined);
  return `${effect} ${route}: ${callers.join(' → ')}`;
}
