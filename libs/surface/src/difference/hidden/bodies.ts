import type { Located } from '../../model';
import { isUnknown } from '../../model/value';
import { settled } from '../../terraform/settle';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';
import { unknowns, type Hidden } from './hidden';

/** What is not known of guards in an OpenAPI body that is read. */
export function hiddenInBodies(comparison: Comparison): readonly Hidden[] {
  const { authorizers, routes, resources, changeAt } = comparison;
  const apiOf = ({ address, stack }: Located) => ({ address: address.split('#')[0] ?? '', ...(stack && { stack }) });
  const isInBody = (part: Located) => part.address.includes('#') && changeAt(apiOf(part))?.action !== 'no-op';
  const apis = new Map(
    resources.after
      .managed('aws_api_gateway_rest_api', 'aws_apigatewayv2_api')
      .map((resource) => [placeOf(resource), resource]),
  );
  const why = (part: Located, value: unknown): Hidden['why'] | undefined => {
    const api = apis.get(placeOf(apiOf(part)));
    const open = unknowns(value);
    if (open.some(({ sensitive }) => sensitive)) return 'secret';
    return open.some((each) => !api || !settled(each, api, resources.after)) ? 'open' : undefined;
  };
  const found = (part: Located, isNew: boolean, value: unknown, more: Pick<Hidden, 'subject' | 'weight' | 'what'>) => {
    const hidden = isInBody(part) ? why(part, value) : undefined;
    return hidden === undefined ? [] : [{ at: part, isNew, why: hidden, ...more }];
  };
  return [
    ...routes.flatMap(({ before, after }): Hidden[] => {
      if (!after) return [];
      const [isNew, { guard, title: subject }] = [!before, after];
      return isUnknown(guard)
        ? found(after, isNew, guard, { subject, weight: 'guard', what: 'who may call it' })
        : found(after, isNew, guard.scopes, { subject, weight: 'high', what: 'the scopes it asks for' });
    }),
    ...authorizers.flatMap(({ before, after }): Hidden[] => {
      if (!after) return [];
      const subject = `authorizer ${String(isUnknown(after.name) ? after.address : after.name)}`;
      const value = [after.type, after.issuers, after.audience, after.uri];
      return found(after, !before, value, { subject, weight: 'principal', what: 'whose tokens it takes' });
    }),
  ];
}
