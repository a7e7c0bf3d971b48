import type { Located } from '@gatehouse/surface';

/** The place of the resource: what an OpenAPI body defines belongs to the resource that has the body. */
export function resourcePlaceOf({ stack, address }: Located): string {
  const body = address.indexOf('#');
  return `${stack ?? ''}\n${body < 0 ? address : address.slice(0, body)}`;
}
