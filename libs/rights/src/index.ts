export { type Catalogue, catalogue, type CatalogueEntry } from './catalogue';
export { type Derived, deriveRights, type StackContent, type SynthesizedStack } from './derive';
export { formatRights } from './format';
export { noRights, renewed, rightsOf } from './file';
export { type Granted, type Missing, missingInBoundary, missingRights } from './missing';
export { boundaryOf, permissionsOf, type PolicyStatement, type RoleName } from './permissions';
export { filled, type Place } from './place';
export { type EnvironmentRights, type Rights, type RoleStatement, type TypeGrants } from './rights';
export { readRights, RightsError } from './read';
