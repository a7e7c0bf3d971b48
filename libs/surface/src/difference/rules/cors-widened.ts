import type { Api } from '../../access/api';
import { routesOfApi } from '../../access/route';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import type { Cors, Located, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { changed } from '../changed';
import { groupBy } from '../../group-by';
import { show } from '../show';

export const corsWidened = differenceRule({
  id: 'cors-widened',
  severity: 'high',
  title: 'CORS widened',
  why: 'A page that a user opens calls the API as that user, and reads the response, as far as CORS allows its origin.',
  remediation: 'List the origins of your own pages, over HTTPS.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  sameFactAs: ['cors-any-origin', 'cors-any-origin-with-credentials', 'cors-insecure-origin'],
  find: ({ apis }) =>
    changed('API', apis, (before, after) => {
      const [was, now] = [rulesOf(before), rulesOf(after)];
      if (now.length === 0) return undefined;
      const byPlace = groupBy(was, ({ where }) => where);
      const methods = methodsOf(before);
      const find = (rule: Rule) =>
        widened(after.name, byPlace.get(rule.where) ?? was, withRoutesBefore(rule, methods)) ?? [];
      const found = now.filter(({ isOfErrors }) => !isOfErrors).flatMap(find);
      // Who reads every answer reads refusals too.
      const isWide = found.some((each) => each.severity === undefined && each.after?.includes('*'));
      const errors = now.filter(({ isOfErrors, cors }) => isOfErrors && !(isWide && cors.credentials === false));
      return onceEach([...found, ...errors.flatMap(find)]);
    }),
});

interface Rule {
  readonly cors: Cors<Unknown>;
  readonly place: Located;
  readonly where: string;
  /** Of one path; absent: of the whole API, or of its errors. */
  readonly path?: string;
  /** What API Gateway itself answers to calls that it refuses: nothing of what the API knows. */
  readonly isOfErrors: boolean;
}

function rulesOf(api: Api): readonly Rule[] {
  if (api.kind === 'HTTP')
    return api.api.cors ? [{ cors: api.api.cors, place: api, where: '', isOfErrors: false }] : [];
  return api.api.cors.map((cors) => ({
    cors,
    place: cors,
    isOfErrors: cors.path === undefined,
    ...(typeof cors.path === 'string'
      ? { where: `${show(cors.method)} ${cors.path}`, path: cors.path }
      : { where: cors.address }),
  }));
}

/**
 * The answer for one path, without the methods of routes that are new there: they let pages do nothing that they could
 * have done before, and the route is evaluated by itself.
 */
function withRoutesBefore(rule: Rule, before: Methods): Rule {
  const { cors, path } = rule;
  if (path === undefined || isUnknown(cors.methods)) return rule;
  const there = [...(before.get(path) ?? []), ...(before.get(undefined) ?? [])];
  if (there.includes('ANY')) return rule;
  const methods = cors.methods.filter((each) => isUnknown(each) || each === '*' || there.includes(each));
  return { ...rule, cors: { ...cors, methods } };
}

/** The methods of each path; of a path that is not known under `undefined`: it may be any. */
type Methods = ReadonlyMap<string | undefined, readonly string[]>;

const methodsOf = (api: Api): Methods =>
  new Map(
    [...groupBy(routesOfApi(api), ({ path }) => path)].map(([path, routes]) => [
      path,
      routes.map(({ method = 'ANY' }) => method),
    ]),
  );

function widened(name: string, was: readonly Rule[], { cors, place, isOfErrors }: Rule): Found {
  const added = (part: 'origins' | 'methods' | 'headers'): readonly string[] => {
    const had = new Set(was.flatMap((rule) => knownItems(rule.cors[part])));
    return had.has('*') ? [] : knownItems(cors[part]).filter((each) => !had.has(each));
  };
  const found = (
    message: string,
    severity: Violation['severity'],
    read: (cors: Cors<Unknown>) => unknown = (each) => each.origins,
  ): Found => ({
    at: place,
    message,
    severity,
    before: show([...new Set(was.map((rule) => show(read(rule.cors))))]),
    after: show(read(cors)),
  });
  const origins = added('origins');
  if (origins.includes('*')) {
    return isOfErrors && cors.credentials === false
      ? found(`Any web page that a user opens can read the error responses of ${name}.`, 'medium')
      : found(`Any web page that a user opens can call ${name} and read its responses.`, undefined);
  }
  // The first pages that may call are what CORS is for; all pages at once are not.
  if (was.length === 0) return undefined;
  if (cors.credentials === true && was.every((rule) => rule.cors.credentials === false)) {
    const message = `Pages of ${show(cors.origins)} can call ${name} with the cookies of the user who opened them.`;
    return found(message, undefined, ({ credentials }) => credentials);
  }
  if (origins.length > 0) return found(`Pages of ${show(origins)} can call ${name} and read its responses.`, 'medium');
  const more = [...added('methods'), ...added('headers')];
  if (more.length === 0 || isUnknown(cors.origins)) return undefined;
  const message = `Pages that may call ${name} can also use ${show(more)}.`;
  return found(message, 'medium', (each) => [...knownItems(each.methods), ...knownItems(each.headers)]);
}

/** An API says the same on many routes. */
const onceEach = (all: readonly NonNullable<Found>[]): readonly Found[] =>
  [...groupBy(all, ({ message, after }) => `${message} ${after}`).values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? { ...first, message: first.message.replace(/\.$/, `, in ${others.length + 1} places.`) }
      : (first ?? []),
  );
