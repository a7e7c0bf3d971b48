export { Code } from './code';
export { ExistingFunction } from './existing-function';
export { LambdaFunction } from './lambda-function';
export { type LambdaFunctionProps } from './props';
export { type Runtime } from './runtimes';
export { Secret } from '@gatehouse/construct-kit';
