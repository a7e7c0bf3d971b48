export { openReporter } from './open-reporter';
export { type Key, type Question, type Reporter } from './reporter';
export { requestLine } from './request-line';
export { GivenUp, type Step } from './steps';
