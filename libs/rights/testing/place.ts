import { type Place } from '../src/place';

/** Where the environment `dev` of tests is. */
export const place: Place = {
  environment: 'dev',
  partition: 'aws',
  region: 'eu-west-1',
  account: '111111111111',
  prefix: 'acme-dev-',
  boundaryArn: 'arn:aws:iam::111111111111:policy/acme/acme-dev-boundary',
};
