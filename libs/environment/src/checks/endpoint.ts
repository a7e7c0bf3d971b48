import { type Check, unless } from './check';

/**
 * The endpoint and the tier "local" come together: an environment on AWS that talked to an emulator would deploy
 * nothing, and a local one without an emulator would deploy local's open settings to AWS.
 */
export const endpoint: Check = ({ tier, endpoint }) => {
  if (tier === undefined) return [];
  const path = ['endpoint'];
  return [
    ...unless(tier !== 'local' || endpoint !== undefined, {
      path,
      reads: [['tier']],
      expected: 'the address of an emulator, because the tier is "local"',
      fix: 'Add "endpoint": "http://127.0.0.1:4599", or give the environment another tier.',
    }),
    ...unless(tier === 'local' || endpoint === undefined, {
      path,
      expected: `no endpoint, because the tier is "${tier}"`,
      fix: 'Remove it (write null to remove an inherited one): only an environment of tier "local" has an emulator.',
    }),
  ];
};
