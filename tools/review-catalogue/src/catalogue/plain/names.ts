import type { JsonObject } from '../../json';

export const ACCOUNT = '123456789012';

export const ref = (address: string, attribute = 'id'): string => `\${${address}.${attribute}}`;

/** One resource as a configuration or a patch has it. */
export const resource = (type: string, name: string, body: JsonObject | null): JsonObject => ({
  resource: { [type]: { [name]: body } },
});

export const lambda = (name: string): string =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${ACCOUNT}:function:${name}/invocations`;

/** A policy document of one statement, as Terraform takes it. */
export const policy = (...statements: readonly JsonObject[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

export const poolArn = (pool: string): string => `arn:aws:cognito-idp:eu-west-1:${ACCOUNT}:userpool/${pool}`;
