export { action, describeError } from './action';
export { ask } from './ask';
export { EXIT, worst, type ExitCode } from './exit-codes';
export { Program, runProgram } from './program';
export { colorsFor, createColors, usesColor, widthOf, type Colors } from './terminal';
export { isUserError, UserError } from './user-error';
export { InvalidArgumentError, Option } from 'commander';
