export { LambdaFunction, type LambdaFunctionProps } from './lambda-function';
