/** What npm and Nx tell their children about the workspace that they run in: it is not the scratch copy's. */
const OUTER_WORKSPACE = /^(NX_|npm_package_|npm_lifecycle_|npm_config_local_prefix$|INIT_CWD$|CDKTF_OUTDIR$)/;

/** Environment of the commands in a scratch copy. */
export function childEnv(env: NodeJS.ProcessEnv, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !OUTER_WORKSPACE.test(name))),
    // A daemon would outlive the copy.
    NX_DAEMON: 'false',
    FORCE_COLOR: '0',
    NO_UPDATE_NOTIFIER: '1',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    ...more,
  };
}
