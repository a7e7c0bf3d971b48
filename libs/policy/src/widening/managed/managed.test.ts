import { widening } from '../../index';
import { documents } from './documents';
import { managedPolicy } from './managed';

describe("AWS's managed policies", () => {
  it('are all that can be attached, in every partition', () => {
    expect(Object.keys(documents().policies).length).toBeGreaterThan(1000);
    expect(documents().updated).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(managedPolicy('arn:aws-cn:iam::aws:policy/AmazonAPIGatewayAdministrator')).toMatchObject({
      Statement: [{ Resource: 'arn:aws-cn:apigateway:*::/*' }],
    });
    expect(managedPolicy('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')).toBeDefined();
    expect(managedPolicy('arn:aws:iam::111122223333:policy/AdministratorAccess')).toBeUndefined();
    expect(managedPolicy('arn:aws:iam::aws:policy/constructor')).toBeUndefined();
  });

  it('that read some parameters do not read every one', () => {
    const managed = 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy';
    const change = {
      kind: 'identity',
      name: 'role agent',
      before: { policies: [] },
      after: { policies: [{ managed }] },
    } as const;
    expect(widening(change).escalations).toEqual([]);
  });
});
