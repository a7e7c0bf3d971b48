import { allow, doc, ofRole } from '../../testing/changes';

const photos = allow(['s3:GetObject'], ['arn:aws:s3:::photos/*']);

describe('rights over the account as a whole', () => {
  it.each(['s3:PutAccountPublicAccessBlock', 'logs:PutResourcePolicy', 'iam:GetAccountAuthorizationDetails'])(
    '%s on * decides about the account, and is not sweeping',
    (action) => {
      const { gains } = ofRole([doc(photos)], [doc(photos, allow([action]))]);
      expect(gains).toMatchObject([{ actions: [action], broad: { sweeping: false, ofAccount: true } }]);
    },
  );

  it.each(['glue:GetQuery', 'iam:GetAccountSummary', 'ce:GetCostAndUsage', 'lambda:CreateEventSourceMapping'])(
    '%s on * does not decide who may do what in the account',
    (action) => {
      const { gains } = ofRole([doc(photos)], [doc(photos, allow([action]))]);
      expect(gains).toMatchObject([{ broad: { ofAccount: false } }]);
    },
  );
});
