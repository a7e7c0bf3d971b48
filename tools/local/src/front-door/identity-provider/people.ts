/** Claims of a person with an account at a provider. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** Who is there before anybody typed in a person. */
const FIRST: readonly Claims[] = [
  {
    sub: '100000000000000000001',
    email: 'ada@example.com',
    email_verified: true,
    name: 'Ada Lovelace',
    given_name: 'Ada',
    family_name: 'Lovelace',
  },
  {
    sub: '100000000000000000002',
    email: 'grace@example.com',
    email_verified: false,
    name: 'Grace Hopper',
    given_name: 'Grace',
    family_name: 'Hopper',
  },
];

/** The people of one provider, the last added first. */
export class People {
  private people = FIRST;

  all(): readonly Claims[] {
    return this.people;
  }

  find(sub: string): Claims | undefined {
    return this.people.find((claims) => claims.sub === sub);
  }

  /**
   * @param json an object with a `sub`
   * @throws Error saying what is wrong with it
   */
  add(json: string): Claims {
    const claims = parse(json);
    this.people = [claims, ...this.people.filter(({ sub }) => sub !== claims.sub)];
    return claims;
  }
}

function parse(json: string): Claims {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Error(`The claims are not JSON: ${(error as Error).message}`);
  }
  const { sub } = (value ?? {}) as { sub?: unknown };
  if (typeof value !== 'object' || typeof sub !== 'string' || sub === '') {
    throw new Error('Expected a JSON object with a text "sub", which says who it is.');
  }
  return value as Claims;
}
