/** `{ [name]: value }`, or nothing: the surface leaves out what is not set. */
export const optional = <N extends string, T>(name: N, value: T | undefined): { readonly [K in N]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: T };
