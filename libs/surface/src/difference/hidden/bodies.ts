import type { Located } from '../../model';
import { isUnknown, isWrittenAlike } from '../../model/value';
import { unknownsIn } from '../../terraform/convert';
import { settled } from '../../terraform/settle';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';
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
      const value = [after.type, after.issuers, after.audience, after.uri];
      return found(after, !before, value, { subject, weight: 'principal', what: 'whose tokens it takes' });
    }),
  ];
}

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
