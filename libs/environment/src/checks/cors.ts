import { type Check, unless } from './check';

/** https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS and https://fetch.spec.whatwg.org/#http-cors-protocol */
export const cors: Check = ({ api }) => {
  if (!api?.cors) return [];
  const { allowOrigins = [], allowHeaders, allowCredentials } = api.cors;
  const any = allowOrigins.indexOf('*');
  return [
    ...unless(any < 0 || allowCredentials !== true, {
      path: ['api', 'cors', 'allowCredentials'],
      expected: 'false, because allowOrigins holds "*": browsers refuse the two together',
      fix: 'Set it to false (tokens in Authorization do not need it), or list the origins one by one.',
    }),
    ...unless(any < 0 || allowOrigins.length === 1, {
      path: ['api', 'cors', 'allowOrigins', any],
      expected: '"*" alone, or origins without it',
      fix: 'Remove "*", which makes the other origins meaningless.',
    }),
    ...unless(!allowHeaders || allowHeaders.some((header) => header?.toLowerCase() === 'authorization'), {
      path: ['api', 'cors', 'allowHeaders'],
      expected: 'a list with Authorization, without which no browser can send a token',
      fix: 'Add "Authorization".',
    }),
  ];
};
