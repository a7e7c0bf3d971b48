import { type EnvironmentRule } from './rule';

export const corsAnyOrigin: EnvironmentRule = {
  id: 'cors-any-origin',
  fields: ['api.cors.allowOrigins'],
  expected: 'origins one by one, not "*"',
  why: 'With "*", any web page that a user opens may call the API and read its answers.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  remediation: 'List the origins of your own pages.',
  broken: ({ api }) =>
    (api?.cors?.allowOrigins ?? []).flatMap((origin, index) =>
      origin === '*' ? [['api', 'cors', 'allowOrigins', index]] : [],
    ),
};
