import type { Cors, Located, Surface, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { nameOf } from '../model/located';

/** Answers that tell browsers which other origins may read them; error answers of API Gateway itself left out. */
export const corsAnswers = ({
  apis,
  httpApis,
}: Surface<Unknown>): readonly {
  readonly at: Located;
  readonly subject: string;
  readonly cors: Cors<Unknown>;
}[] => [
  ...apis.flatMap(({ cors }) =>
    cors.flatMap((each) => {
      const { path, method } = each;
      if (path === undefined || method === undefined) return [];
      const subject = isUnknown(path) || isUnknown(method) ? each.address : `${method} ${path}`;
      return [{ at: each, subject, cors: each }];
    }),
  ),
  ...httpApis.flatMap((api) => (api.cors ? [{ at: api, subject: `HTTP API ${nameOf(api)}`, cors: api.cors }] : [])),
];

/** `*`, and what HTTP APIs take for the same. */
export const isAnyOrigin = (origin: string): boolean => /^(\*|https?:\/\/\*)$/.test(origin);
