/** As much as a policy can allow. */
export const allRights = {
  name: 'all rights',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};
