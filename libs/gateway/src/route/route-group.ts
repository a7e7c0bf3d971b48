/** What routes can be added to: an API, or a group of one. */
interface Routes<Key extends string, Options, Added> {
  addRoute(key: Key, options: Options): Added;
}

/**
 * Routes whose paths begin alike, with what is the same for all of them. A route may say otherwise.
 *
 * @typeParam Given what the group says, so that its routes need not
 */
export class RouteGroup<Key extends string, Options extends object, Given extends keyof Options, Added> {
  constructor(
    private readonly routes: Routes<Key, Options, Added>,
    private readonly prefix: `/${string}`,
    private readonly defaults: Pick<Options, Given>,
  ) {}

  /** @param key with the path behind the group's: `GET /users`, or `GET /` for the group's own path */
  addRoute(key: Key, options: Omit<Options, Given> & Partial<Options>): Added {
    return this.routes.addRoute(below(this.prefix, key), { ...this.defaults, ...options } as unknown as Options);
  }

  /** A group in this one: paths and what is the same add up. */
  addGroup<More extends keyof Options = never>(
    prefix: `/${string}`,
    defaults: Pick<Options, More>,
  ): RouteGroup<Key, Options, Given | More, Added> {
    const joined = `${this.prefix}${prefix}`.replace(/\/$/, '') as `/${string}`;
    return new RouteGroup(this.routes, joined, { ...this.defaults, ...defaults } as Pick<Options, Given | More>);
  }
}

/** `GET /users` below `/admin` is `GET /admin/users`. */
function below<Key extends string>(prefix: string, key: Key): Key {
  const [verb, path = ''] = key.split(' ');
  return `${verb} ${prefix.replace(/\/$/, '')}${path === '/' ? '' : path}` as Key;
}
