import { constructPath, emulatorEndpoint } from './stack-config';

describe('emulatorEndpoint', () => {
  it('finds the endpoint of a provider', () => {
    expect(emulatorEndpoint({ provider: { aws: [{}, { endpoints: [{ sts: 'http://moto:5000' }] }] } })).toBe(
      'http://moto:5000',
    );
  });

  it('finds the endpoint of a backend', () => {
    const backend = { s3: { endpoints: { s3: 'http://127.0.0.1:4599' } } };
    expect(emulatorEndpoint({ terraform: { backend } })).toBe('http://127.0.0.1:4599');
  });

  it.each([
    ['https://sts.eu-west-1.amazonaws.com'],
    ['https://vpce-1-2.sts.eu-west-1.vpce.amazonaws.com'],
    ['https://s3.cn-north-1.amazonaws.com.cn'],
    ['https://s3.dualstack.eu-west-1.api.aws'],
  ])('takes %s for no emulator', (endpoint) => {
    expect(emulatorEndpoint({ provider: { aws: [{ endpoints: [{ sts: endpoint }] }] } })).toBeUndefined();
  });

  it.each([['https://amazonaws.com.example.org'], ['${var.endpoint}']])(
    'sends no real credentials to %s',
    (endpoint) => {
      expect(emulatorEndpoint({ provider: { aws: [{ endpoints: [{ sts: endpoint }] }] } })).toBe(endpoint);
    },
  );

  it('finds none where there is none', () => {
    expect(emulatorEndpoint({})).toBeUndefined();
    expect(
      emulatorEndpoint({ provider: { aws: [{ region: 'x' }] }, terraform: { backend: { s3: {} } } }),
    ).toBeUndefined();
  });
});

describe('constructPath', () => {
  const config = {
    resource: {
      aws_sqs_queue: { users: { '//': { metadata: { path: 'dev-api/users/Resource' } } }, bare: {} },
    },
  };

  it('finds the construct behind an address, also of one instance', () => {
    expect(constructPath(config, 'aws_sqs_queue.users')).toBe('dev-api/users/Resource');
    expect(constructPath(config, 'aws_sqs_queue.users[0]')).toBe('dev-api/users/Resource');
  });

  it('finds none for what CDKTF did not make', () => {
    expect(constructPath(config, 'aws_sqs_queue.bare')).toBeUndefined();
    expect(constructPath(config, 'module.x.aws_sqs_queue.users')).toBeUndefined();
  });
});
