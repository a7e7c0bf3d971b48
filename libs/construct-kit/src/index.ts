export { check, checkOneOf, checkText, checkWholeNumber } from './check';
export { ConstructError, type Problem } from './construct-error';
export { keepPolicyVariables, policyDocument, type Statement } from './policy-document';
export { nameInTerraform, snakeCase } from './terraform-name';
