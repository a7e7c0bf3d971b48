export { openReporter } from './open-reporter';
export { type Key, type Reporter } from './reporter';
export { requestLine } from './request-line';
export { type Step } from './steps';
