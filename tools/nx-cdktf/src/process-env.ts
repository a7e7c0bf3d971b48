/** What Nx tells a task about itself; an Nx that the task starts would take it for its own. */
const OF_THE_TASK =
  /^NX_(TASK_.*|BASE|HEAD|INVOCATION_ROOT_PID|INVOKED_BY_RUNNER|LOAD_DOT_ENV_FILES|ORIGINAL_FORCE_COLOR|PREFIX_OUTPUT|SET_CLI|CLI_SET|SKIP_NX_CACHE|STREAM_OUTPUT|TERMINAL_.*|FORKED_TASK_EXECUTOR|WORKSPACE_ROOT.*|DRY_RUN)$/;

/** Environment of an Nx that is started from inside a task or a generator. */
export const envForNx = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_TASK.test(name)));
