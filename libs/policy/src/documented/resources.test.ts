import { account, allowing, page, policy, session, verdict } from '../../testing/request';

const on = (Resource: string | string[], resource: string) =>
  verdict('x:Do', resource, { identity: [allowing('x:*', Resource)] }, { resourceAccount: account }) === 'allowed';

describe(`resources, ${page('reference_policies_elements_resource')}`, () => {
  it.each([
    ['1/test/object.jpg', true],
    ['1/2/test/object.jpg', true],
    ['1/2/test/3/object.jpg', true],
    ['1/2/3/test/4/object.jpg', true],
    ['1///test///object.jpg', true],
    ['1/test/.jpg', true],
    ['/test/object.jpg', true],
    ['1/test/', true],
    ['1-test/object.jpg', false],
    ['test/object.jpg', false],
    ['1/2/test.jpg', false],
    ['us-east-1:guest/test/x', true],
  ])('arn:aws:s3:::amzn-s3-demo-bucket/*/test/* has %s: %s', (key, result) => {
    expect(on('arn:aws:s3:::amzn-s3-demo-bucket/*/test/*', `arn:aws:s3:::amzn-s3-demo-bucket/${key}`)).toBe(result);
  });

  it.each([
    ['arn:aws:iam::1:user/accounting/*', 'arn:aws:iam::1:user/accounting/bob', true],
    ['arn:aws:iam::1:user/Bob', 'arn:aws:iam::1:user/bob', false],
    ['arn:aws:sqs:us-east-?:1:queue1', 'arn:aws:sqs:us-east-2:1:queue1', true],
    ['arn:aws:sqs:us-*-2:1:q', 'arn:aws:sqs:us-east-2:1:q', true],
    ['arn:aws:sqs:*:1:q', 'arn:aws:sqs:us-east-2:1:q', true],
    // In a field a wildcard stays there; at its end the star goes on.
    ['arn:aws:sqs:u*2:q', 'arn:aws:sqs:us-east-1:2:q', false],
    ['arn:aws:logs:eu-west-1:*', 'arn:aws:logs:eu-west-1:1:log-group:/aws/lambda/x:*', true],
    ['arn:aws:logs:eu-west-1:1:log-group:*', 'arn:aws:logs:eu-west-1:1:log-group:x:log-stream:y', true],
    // AWS completes an ARN that is too short.
    ['arn:aws:sqs', 'arn:aws:sqs:us-east-2:1:q', true],
    ['arn:aws:sqs', 'arn:aws:sns:us-east-2:1:q', false],
  ])('%s has %s: %s', (pattern, resource, result) => {
    expect(on(pattern, resource)).toBe(result);
  });

  it('are any in a list, or all but those of NotResource', () => {
    const tables = ['arn:aws:dynamodb:us-east-2:1:table/books', 'arn:aws:dynamodb:us-east-2:1:table/magazines'];
    expect([...tables, 'arn:aws:dynamodb:us-east-2:1:table/x'].map((table) => on(tables, table))).toEqual([
      true,
      true,
      false,
    ]);
    const identity = [policy({ Effect: 'Allow', Action: 'dynamodb:*', NotResource: tables })];
    const found = [...tables, 'arn:aws:dynamodb:us-east-2:1:table/x'].map((table) =>
      verdict('dynamodb:GetItem', table, { identity }, { resourceAccount: account }),
    );
    expect(found).toEqual(['implicitlyDenied', 'implicitlyDenied', 'allowed']);
  });
});

describe(`actions, ${page('reference_policies_elements_action')} and ${page('reference_policies_elements_notaction')}`, () => {
  const may = (Action: unknown, action: string, rest: object = { Action }) =>
    verdict(action, '*', { identity: [policy({ Effect: 'Allow', Resource: '*', ...rest })] }) === 'allowed';

  it.each([
    ['iam:*AccessKey*', 'iam:CreateAccessKey', true],
    ['iam:listaccesskeys', 'iam:ListAccessKeys', true],
    ['IAM:ListAccessKeys', 'iam:ListAccessKeys', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:*', 's3express:CreateSession', false],
    ['*', 'iam:CreateUser', true],
    [['ec2:StartInstances', 'ec2:StopInstances'], 'ec2:StopInstances', true],
    [['ec2:StartInstances', 'ec2:StopInstances'], 'ec2:RunInstances', false],
  ])('%j is %s: %s', (pattern, action, result) => {
    expect(may(pattern, action)).toBe(result);
  });

  it('NotAction is every other action, of every service', () => {
    const NotAction = 'iam:*';
    expect(
      ['s3:GetObject', 'ec2:RunInstances', 'iam:CreateUser'].map((action) => may('', action, { NotAction })),
    ).toEqual([true, true, false]);
  });
});

describe('an API that its own policy calls execute-api:/, https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html', () => {
  const api = `arn:aws:execute-api:eu-west-1:${account}:a1b2c3`;
  const invoke = (Resource: string, resource: string) =>
    verdict(
      'execute-api:Invoke',
      resource,
      { resource: allowing('execute-api:Invoke', Resource, { Principal: '*' }) },
      {
        principal: session('guests'),
      },
    );

  it('is the API that is asked', () => {
    expect(invoke('execute-api:/*', `${api}/dev/GET/prices`)).toBe('allowed');
    expect(invoke('execute-api:/dev/GET/*', `${api}/dev/GET/prices`)).toBe('allowed');
    expect(invoke('execute-api:/dev/GET/*', `${api}/dev/POST/prices`)).toBe('implicitlyDenied');
    expect(invoke('execute-api:/prod/*', `${api}/dev/GET/prod/x`)).toBe('implicitlyDenied');
  });
});
