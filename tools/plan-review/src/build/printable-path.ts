/** `settings.0.case_sensitive`. The keys of a map are free text: only what looks like an argument is shown. */
export const printablePath = (path: string): string =>
  path
    .split('.')
    .map((step, index) => (index === 0 || /^[a-z_]{1,40}$|^\d{1,4}$/.test(step) ? step : '…'))
    .join('.');
