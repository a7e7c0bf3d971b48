export { accountOf, setAccount } from './account';
export { check, checkOneOf, checkText, checkWholeNumber } from './check';
export { ConstructError, describe, type Problem } from './construct-error';
export { keepPolicyVariables, policyDocument, type Statement } from './policy-document';
export { type IFunction } from './function';
export { nameInTerraform, snakeCase } from './terraform-name';
export { type IScope, type IUserPool, type IUserPoolClient } from './user-pool';
export { written } from './written';
export { workspaceContext, workspaceOf } from './workspace';
