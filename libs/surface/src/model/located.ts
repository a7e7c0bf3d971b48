/** Where a part of the surface comes from. */
export interface Located {
  /**
   * Terraform address, module and index included, e.g. `module.api.aws_api_gateway_method.m["get"]`. Something
   * defined by an OpenAPI body: the address of the body's resource, `#` and a JSON pointer into the body.
   */
  readonly address: string;
  /** Name of the stack, when the reader was given names. */
  readonly stack?: string;
  /** `dev-api/api/get_me/Resource`; only synthesized JSON tells. */
  readonly constructPath?: string;
  /** File that declares it, relative to the workspace: `libs/stacks/src/routes.ts`; only synthesized JSON tells. */
  readonly source?: string;
}

/** Where a part is from, without the part. */
export function locatedOf({ address, stack, constructPath, source }: Located): Located {
  const place: { -readonly [K in keyof Located]: Located[K] } = { address };
  if (stack !== undefined) place.stack = stack;
  if (constructPath !== undefined) place.constructPath = constructPath;
  if (source !== undefined) place.source = source;
  return place;
}

/** Addresses repeat between stacks. */
export const placeOf = ({ stack, address }: Place): string => `${stack ?? ''} ${address}`;

/** The name of a part; its address where there is none yet. */
export const nameOf = ({ name, address }: { readonly name?: unknown; readonly address: string }): string =>
  typeof name === 'string' && name !== '' ? name : address;

/** Of a part, what tells it from all others. */
interface Place {
  readonly address: string;
  readonly stack?: string | undefined;
}
