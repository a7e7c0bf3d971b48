import type { Cors, Located, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import type { Api } from '../../access/api';
import { knownOf } from '../../access/lists';
import { groupBy } from '../pairs';
import { routesOfApi } from '../../access/route';
import { differenceRule, type Violation } from '../../findings/rule';
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
    apis.flatMap(({ before, after }) => {
      if (!before || !after) return [];
      const was = rulesOf(before);
      const rules = rulesOf(after);
      if (rules.length === 0) return [];
      const byPlace = groupBy(was, ({ where }) => where);
      const methods = methodsOf(before);
      // An API says the same on many routes: reported once.
      const seen = new Map<string, { readonly first: Violation; readonly places: number }>();
      const tell = ({ cors, place, where, path, isOfErrors }: Rule) => {
        const now = withRoutesBefore(cors, path, methods);
        const found = widened(place, after, byPlace.get(where) ?? was, { cors: now, isOfErrors });
        if (!found) return;
        const key = `${found.message} ${found.after}`;
        seen.set(key, { first: seen.get(key)?.first ?? found, places: (seen.get(key)?.places ?? 0) + 1 });
      };
      rules.filter(({ isOfErrors }) => !isOfErrors).forEach(tell);
      // Who reads every answer reads refusals too.
      const isWide = [...seen.values()].some(
        ({ first }) => first.severity === undefined && first.after?.includes('*'),
      );
      rules
        .filter(({ isOfErrors, cors }) => isOfErrors && !(isWide && cors.credentials === false))
        .forEach(tell);
      return [...seen.values()].map(({ first, places }) =>
        places === 1 ? first : { ...first, message: first.message.replace(/\.$/, `, in ${places} places.`) },
      );
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
function withRoutesBefore(cors: Cors<Unknown>, path: string | undefined, before: Methods): Cors<Unknown> {
  if (path === undefined || isUnknown(cors.methods)) return cors;
  const there = [...(before.get(path) ?? []), ...(before.get(undefined) ?? [])];
  if (there.includes('ANY')) return cors;
  return {
    ...cors,
    methods: cors.methods.filter((each) => isUnknown(each) || each === '*' || there.includes(each)),
  };
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

function widened(
  place: Located,
  { name }: Api,
  was: readonly Rule[],
  { cors, isOfErrors }: Pick<Rule, 'cors' | 'isOfErrors'>,
): Violation | undefined {
  const union = (read: (cors: Cors<Unknown>) => Cors<Unknown>['origins']) =>
    new Set(was.flatMap((rule) => knownOf(read(rule.cors)) as readonly string[]));
  const added = (read: (cors: Cors<Unknown>) => Cors<Unknown>['origins']) =>
    knownOf(read(cors)).filter((each) => !union(read).has(each) && !union(read).has('*'));
  const difference = (
    message: string,
    severity: Violation['severity'],
    read: (cors: Cors<Unknown>) => unknown,
  ) => ({
    at: place,
    subject: `API ${name}`,
    message,
    ...(severity === undefined ? {} : { severity }),
    before: show([...new Set(was.map((rule) => show(read(rule.cors))))]),
    after: show(read(cors)),
  });
  const origins = added((each) => each.origins);
  const any = origins.includes('*');
  const credentials =
    cors.credentials === true && was.length > 0 && was.every((rule) => rule.cors.credentials === false);
  // The first pages that may call are what CORS is for; all pages at once are not.
  if (was.length === 0 && !any) return undefined;
  if (any && isOfErrors && cors.credentials === false) {
    return difference(
      `Any web page that a user opens can read the error responses of ${name}.`,
      'medium',
      (each) => each.origins,
    );
  }
  if (any) {
    return difference(
      `Any web page that a user opens can call ${name} and read its responses.`,
      undefined,
      (each) => each.origins,
    );
  }
  if (credentials) {
    return difference(
      `Pages of ${show(cors.origins)} can call ${name} with the cookies of the user who opened them.`,
      undefined,
      (each) => each.credentials,
    );
  }
  if (origins.length > 0) {
    return difference(
      `Pages of ${show(origins)} can call ${name} and read its responses.`,
      'medium',
      (each) => each.origins,
    );
  }
  const more = [...added((each) => each.methods), ...added((each) => each.headers)];
  if (more.length === 0 || isUnknown(cors.origins)) return undefined;
  return difference(`Pages that may call ${name} can also use ${show(more)}.`, 'medium', (each) => [
    ...knownOf((each as Cors<Unknown>).methods),
    ...knownOf((each as Cors<Unknown>).headers),
  ]);
}
