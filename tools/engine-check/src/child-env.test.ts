import { childEnv } from './child-env';

describe('childEnv', () => {
  it('leaves out what npm and Nx say about the workspace around', () => {
    const outer = {
      NX_WORKSPACE_ROOT: '/w',
      NX_TASK_TARGET_PROJECT: 'engine-check',
      npm_package_json: '/w/package.json',
      npm_lifecycle_event: 'start',
      npm_config_local_prefix: '/w',
      INIT_CWD: '/w',
      CDKTF_OUTDIR: '/w/cdktf.out',
    };

    expect(Object.keys(childEnv(outer)).filter((name) => name in outer)).toEqual([]);
  });

  it('keeps where npm finds its registry and everything else', () => {
    const env = { PATH: '/bin', npm_config_registry: 'https://npm.example', npm_config_cache: '/c' };

    expect(childEnv(env)).toMatchObject(env);
  });

  it('adds variables for the steps, and lets no daemon outlive the copy', () => {
    expect(childEnv({ NX_DAEMON: 'true' }, { PROVIDER_AWS: '21.0.0' })).toMatchObject({
      NX_DAEMON: 'false',
      PROVIDER_AWS: '21.0.0',
    });
  });
});
