import { type EnvironmentRule } from './rule';

export const corsInsecureOrigin: EnvironmentRule = {
  id: 'cors-insecure-origin',
  fields: ['api.cors.allowOrigins'],
  expected: 'https origins',
  why: 'A page that came over http may have been changed on the way, and it reads the answers of the API; http://localhost is any program on the machine of a user.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  remediation: 'Serve the page over https and list that origin; keep localhost to development environments.',
  broken: ({ api }) =>
    (api?.cors?.allowOrigins ?? []).flatMap((origin, index) =>
      origin?.startsWith('http:') ? [['api', 'cors', 'allowOrigins', index]] : [],
    ),
};
