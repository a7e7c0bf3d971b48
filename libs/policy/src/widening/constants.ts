import { type Widening } from './model';

/** As much as a policy can allow. */
export const allRights = {
  name: 'all rights',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};

/** Nobody gains anything. */
export const nothing: Widening = { gains: [], escalations: [], undecided: [] };
