import { childEnv } from './child-env';

const user = { PATH: '/bin', AWS_PROFILE: 'work', AWS_SESSION_TOKEN: 'token', AWS_REGION: 'eu-west-1' };
const terraform = { TF_DATA_DIR: '/data', TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };

describe('childEnv', () => {
  it("leaves the user's AWS settings alone", () => {
    expect(childEnv(user, { provider: { aws: [{ region: 'eu-west-1' }] } }, '/data')).toEqual({
      ...user,
      ...terraform,
    });
  });

  it('gives an emulator made-up credentials, and none that are real', () => {
    const config = { provider: { aws: [{ endpoints: [{ sts: 'http://127.0.0.1:4599' }] }] } };
    expect(childEnv(user, config, '/data')).toEqual({
      PATH: '/bin',
      AWS_REGION: 'eu-west-1',
      ...terraform,
      AWS_ACCESS_KEY_ID: 'emulator',
      AWS_SECRET_ACCESS_KEY: 'emulator',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    });
  });
});
