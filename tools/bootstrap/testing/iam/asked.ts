import { type Context } from '@gatehouse/policy';
import { type Relayed } from '../relay';

/** An action on a resource; without a context it is about something that the environment has already. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
}

/** What a request to one service takes in AWS. */
export type Reader = (request: Relayed) => readonly Asked[];

const account = '123456789012';
const region = 'eu-west-1';

export const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;

export const iamArn = (resource: string): string => `arn:aws:iam::${account}:${resource}`;

/** API Gateway's ARNs name no account. */
export const apiGatewayArn = (path: string): string => `arn:aws:apigateway:${region}::${path}`;

/** Name of the operation, where a header tells it. */
export const operation = ({ headers }: Relayed): string => String(headers['x-amz-target']).split('.')[1] ?? '';

export const json = ({ body }: Relayed): Record<string, unknown> =>
  JSON.parse(body.toString() || '{}') as Record<string, unknown>;

export const form = ({ body }: Relayed): URLSearchParams => new URLSearchParams(body.toString());

/** The values of a list in a form: `Names.member.1`, `Names.member.2`. */
export const listIn = (fields: URLSearchParams, name: string): string[] =>
  [...fields].filter(([key]) => key.startsWith(`${name}.member.`)).map(([, value]) => value);

/** A role that is given to a service. */
export const passing = (role: unknown, service: string): Asked => ({
  action: 'iam:PassRole',
  resource: String(role),
  context: { 'iam:PassedToService': service },
});
