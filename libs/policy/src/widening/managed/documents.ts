type Statements = Record<string, readonly object[]>;
export const policies: Statements = {
  AdministratorAccess: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
export const wholeServices: Record<string, string> = {};
