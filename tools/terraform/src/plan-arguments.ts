import { type PlanOptions } from './terraform-options';

/** How long to wait for another run's lock; short, because the error names the holder. */
export const LOCK_TIMEOUT = '-lock-timeout=3s';

/** What `terraform plan` is given, to make a plan file. */
export const planArguments = (file: string, options: PlanOptions): string[] => [
  '-detailed-exitcode',
  `-out=${file}`,
  ...(options.destroy ? ['-destroy'] : []),
  ...(options.replace ?? []).map((address) => `-replace=${address}`),
  ...(options.target ?? []).map((address) => `-target=${address}`),
  ...(options.refreshOnly ? ['-refresh-only'] : []),
  options.lock === false ? '-lock=false' : LOCK_TIMEOUT,
];
