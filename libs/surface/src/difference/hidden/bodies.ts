import type { Authorizer } from '../../access/authorizer';
import { text } from '../../access/text';
import type { Located } from '../../model';
import { isUnknown, isWrittenAlike } from '../../model/value';
import { unknownsIn } from '../../terraform/convert';
import { settled } from '../../terraform/settle';
import type { Comparison } from '../comparison';
import { both, placeOf } from '../pairs';
import { isMade, type Hidden } from './hidden';

/** What is not known of guards in an OpenAPI body that is read. */
export function hiddenInBodies(comparison: Comparison): readonly Hidden[] {
  const { isTouched, why } = bodiesIn(comparison);
  const found = (part: Located, isNew: boolean, value: unknown, more: Pick<Hidden, 'subject' | 'weight' | 'what'>) => {
    const hidden = isTouched(part) ? why(part, value) : undefined;
    return hidden === undefined ? [] : [{ at: part, isNew, why: hidden, ...more }];
  };
  return [
    ...comparison.apis.flatMap(({ before, after }): Hidden[] => {
      if (!after) return [];
      const had = before?.api.unseen ?? [];
      const subject = `${before ? '' : 'new '}API ${after.name}`;
      return (after.api.unseen ?? [])
        .filter(({ what, value }) => !had.some((each) => each.what === what && isWrittenAlike(each.value, value)))
        .flatMap(({ what, weight, value }) => found(after, !before, value, { subject, weight, what }));
    }),
    ...comparison.routes.flatMap(({ before, after }): Hidden[] => {
      if (!after || !isInBody(after) || isWrittenAlike(before?.guard, after.guard)) return [];
      const [isNew, { guard, title: subject }] = [!before, after];
      return isUnknown(guard)
        ? found(after, isNew, guard, { subject, weight: 'guard', what: 'who may call it' })
        : found(after, isNew, [guard.scopes], { subject, weight: 'high', what: 'the scopes it asks for' });
    }),
    ...comparison.authorizers.flatMap(({ before, after }): Hidden[] => {
      if (!after || !isInBody(after)) return [];
      const subject = `authorizer ${String(isUnknown(after.name) ? after.address : after.name)}`;
      const [had, has] = [before && valuesOf(before), valuesOf(after)];
      return [
        ...(isAlike(had?.issuers, has.issuers)
          ? []
          : found(after, !before, has.issuers, { subject, weight: 'principal', what: 'whose tokens it takes' })),
        ...(isAlike(had?.sources, has.sources)
          ? []
          : found(after, !before, has.sources, { subject, weight: 'medium', what: 'its token source' })),
      ];
    }),
    ...settingsOf(comparison).flatMap(({ at, was, now, ...more }) =>
      !isInBody(at) || isAlike(was, now) ? [] : found(at, false, [now], more),
    ),
  ];
}

const valuesOf = ({ type, issuers, audience, uri, sources, expression }: Authorizer) => ({
  issuers: [type, issuers, audience, uri],
  sources: [sources, expression],
});

const isAlike = (before: unknown, after: unknown): boolean => isWrittenAlike(unknownsIn(before), unknownsIn(after));

interface Setting extends Pick<Hidden, 'at' | 'subject' | 'weight' | 'what'> {
  readonly was: unknown;
  readonly now: unknown;
}

/** What was known of routes that stay; where no one knows who calls one, its guard tells. */
function settingsOf({ routes, apis }: Comparison): readonly Setting[] {
  const reported = new Set(routes.flatMap(({ after }) => (after && isUnknown(after.guard) ? [placeOf(after)] : [])));
  return [
    ...both(routes).flatMap(({ before, after }): Setting[] => {
      if (isUnknown(after.guard)) return [];
      const [had, has] = [before.integration, after.integration];
      const [at, subject] = [after, after.title];
      const backend = had && has ? BACKEND.map((name) => ({ was: had[name], now: has[name] })) : [];
      return [
        ...backend.map((each) => ({ at, subject, weight: 'high' as const, what: 'what answers it', ...each })),
        { at, subject, weight: 'medium', what: 'how it checks requests', was: before.validator, now: after.validator },
      ];
    }),
    ...both(apis).flatMap(({ before, after }): Setting[] => {
      if (before.kind !== 'REST' || after.kind !== 'REST') return [];
      const had = new Map(before.api.cors.map((cors) => [cors.address, cors]));
      const known = after.api.cors.filter((cors) => !reported.has(placeOf(cors)));
      return known.map((cors) => {
        const was = had.get(cors.address);
        const subject = `CORS of ${text(cors.path ?? cors.address)}`;
        const of = (each: typeof was) => each && [each.origins, each.credentials];
        return { at: cors, subject, weight: 'medium', what: 'which pages may call', was: of(was), now: of(cors) };
      });
    }),
  ].filter(({ was, now }) => becomesUnknown(was, now));
}

/** Whether it became unknown. */
const becomesUnknown = (was: unknown, now: unknown): boolean =>
  unknownsIn(now).some(({ written }) => written !== undefined || unknownsIn(was).length === 0);

const BACKEND = ['type', 'uri', 'connection'] as const;

const isInBody = ({ address }: Located): boolean => address.includes('#');

const apiOf = ({ address, stack }: Located) => ({ address: address.split('#')[0] ?? '', ...(stack && { stack }) });

function bodiesIn({ resources, changeAt, changesOf }: Comparison) {
  const apis = new Map(
    resources.after
      .managed('aws_api_gateway_rest_api', 'aws_apigatewayv2_api')
      .map((resource) => [placeOf(resource), resource]),
  );
  // A body that is put onto an API is a resource of its own.
  const put = changesOf('aws_api_gateway_rest_api_put').filter(isMade);
  return {
    isTouched: (part: Located): boolean =>
      changeAt(apiOf(part))?.action !== 'no-op' || put.some(({ stack }) => stack === part.stack),
    why: (part: Located, value: unknown): Hidden['why'] | undefined => {
      const api = apis.get(placeOf(apiOf(part)));
      const open = unknownsIn(value);
      if (open.some(({ sensitive }) => sensitive)) return 'secret';
      if (open.some(({ written }) => written !== undefined)) return 'unclear';
      // Who calls is no name of anything, so that no name settles it.
      if (isUnknown(value)) return 'open';
      return open.some((each) => !api || !settled(each, api, resources.after)) ? 'open' : undefined;
    },
  };
}
