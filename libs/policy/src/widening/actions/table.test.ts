import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionNamed, actionsOf } from './actions';
import { tableText } from './write';

describe('the table of actions', () => {
  it('is what the pinned Service Authorization Reference says', async () => {
    // If not: node -r ./register-ts.cjs libs/policy/src/widening/actions/write.ts
    expect(readFileSync(join(__dirname, 'table.json'), 'utf8') === (await tableText())).toBe(true);
  });

  it('has access levels, and whether an action knows resources', () => {
    expect(actionNamed('IAM:passrole')).toEqual({ name: 'iam:PassRole', level: 'Write', hasResources: true });
    expect(actionNamed('s3:PutBucketPolicy')).toMatchObject({ level: 'Permissions management', hasResources: true });
    expect(actionNamed('ecr:GetAuthorizationToken')).toMatchObject({ level: 'Read', hasResources: false });
    expect(actionNamed('rekognition:DetectLabels')).toMatchObject({ hasResources: false });
    expect(actionsOf('no-such-service').size).toBe(0);
  });
});
