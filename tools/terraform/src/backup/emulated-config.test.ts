import { emulatorEndpoint } from '../stack-config';
import { emulatedConfig, emulatedEnv } from './emulated-config';

const to = 'http://127.0.0.1:4700';

describe('a stack for an emulator in place of its account', () => {
  const state = {
    bucket: 'state-111111111111',
    key: 'dev/api.tfstate',
    profile: 'work',
    assume_role: { role_arn: 'r' },
  };
  const config = emulatedConfig(
    JSON.stringify({
      terraform: { backend: { s3: state } },
      provider: {
        aws: [{ region: 'eu-west-1', allowed_account_ids: ['111111111111'], profile: 'work', assume_role: [{}] }],
      },
      data: { terraform_remote_state: { people: { backend: 's3', config: state } } },
      resource: { aws_iam_role: { it: { permissions_boundary: 'arn:aws:iam::111111111111:policy/b' } } },
    }),
    { account: '111111111111', to },
  );

  it('names the account of the emulator everywhere', () => {
    expect(JSON.stringify(config)).not.toContain('111111111111');
    expect(config.resource?.aws_iam_role?.it).toEqual({ permissions_boundary: 'arn:aws:iam::123456789012:policy/b' });
  });

  it("takes nobody's credentials, and sends each call to the emulator", () => {
    expect(JSON.stringify(config)).not.toMatch(/profile|assume_role/);
    expect(emulatorEndpoint(config)).toBe(to);
    expect(config.provider?.aws).toEqual([
      {
        region: 'eu-west-1',
        allowed_account_ids: ['123456789012'],
        access_key: 'emulator',
        secret_key: 'emulator',
        s3_use_path_style: true,
        skip_metadata_api_check: 'true',
        endpoints: [{ iam: to, s3: to, sts: to }],
      },
    ]);
    const place = { use_path_style: true, endpoints: { s3: to, sts: to, iam: to }, access_key: 'emulator' };
    expect(config.terraform?.backend?.s3).toMatchObject({ key: 'dev/api.tfstate', ...place });
    expect(config.data?.terraform_remote_state?.people?.config).toMatchObject(place);
    expect(emulatedEnv({ AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true', PATH: '/bin' }, to)).toEqual({
      PATH: '/bin',
      AWS_ENDPOINT_URL: to,
    });
  });

  it('leaves the emulator that it was synthesized for', () => {
    const was = 'http://127.0.0.1:4599';
    const text = JSON.stringify({ provider: { aws: [{ endpoints: [{ cognitoidp: was }] }] }, output: { url: was } });
    const other = emulatedConfig(text, { account: '123456789012', endpoint: was, to });
    expect(JSON.stringify(other)).not.toContain(was);
    expect(other.provider?.aws?.[0]).toMatchObject({ endpoints: [{ cognitoidp: to, sts: to }] });
  });
});
