type Body = Readonly<Record<string, unknown>>;

/** Terraform resources by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** What AWS refuses, and its twin that it accepts. */
export interface RefusalCase {
  readonly rule: string;
  /** The message, word for word. */
  readonly says: string;
  readonly broken: Resources;
  readonly valid: Resources;
  /** Of the provider. @default - not known */
  readonly region?: string;
}

const POOL = 'aws_cognito_user_pool';
const CLIENT = 'aws_cognito_user_pool_client';

/** A provider of another region than the default one. */
export const ELSEWHERE = { alias: 'us', region: 'us-east-1' };

export const pool = (body: Body = {}): Resources => ({ [POOL]: { people: { name: 'people', ...body } } });

/** A client of a pool that is beside it. */
export const client = (body: Body, ofPool: Body = {}): Resources => ({
  ...pool(ofPool),
  ...member(CLIENT, 'app', body),
});

/** Something in the pool `people`. */
export const member = (type: string, name: string, body: Body): Resources => ({
  [type]: { [name]: { ...ofPeople, ...(type === CLIENT ? { name } : {}), ...body } },
});

/** The sign-in domain of the pool `people`. */
export const domain = (body: Body = {}): Resources =>
  member('aws_cognito_user_pool_domain', 'pages', { domain: 'our-pages', ...body });

/** As many of them as are named. */
export const members = (type: string, amount: number, body: (index: number) => Body): Resources => ({
  ...pool(),
  [type]: Object.fromEntries(
    Array.from({ length: amount }, (_, index) => [`m${index}`, { ...ofPeople, ...body(index) }] as const),
  ),
});

const ofPeople = { user_pool_id: `\${${POOL}.people.id}` };

export const hook = (name: string): string => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
