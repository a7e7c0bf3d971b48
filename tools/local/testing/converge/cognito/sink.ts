import { type Sink } from '../sink';
import { faults } from './faults';
import { values } from './values';

const isCognito = (type: string): boolean => type.startsWith('aws_cognito_');

/** Unique among all pools; a copy has one of its own. */
const names = /\.(domain|identity_pool_name)$/;

/** `examples/kitchen-sink`, whose copies share nothing of Cognito. */
export const cognitoSink: Sink = {
  title: '',
  isTried: isCognito,
  instances: 'richest',
  identities: new Set(['id', 'tags', 'tags_all', 'username']),
  isCopiedWith: (_type, referred) => isCognito(referred),
  nameOf: (argument, value, mark) => (names.test(argument) ? `${mark}-${value}` : undefined),
  values,
  tellsKept: false,
  faults,
};
