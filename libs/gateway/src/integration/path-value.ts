import { type BindingRoute } from './integration';
import { type RequestValue } from './request-value';

/** @throws ConstructError for a parameter that the path of the route does not have: its value would always be empty. */
export function checkPathValue(route: BindingRoute, { expression }: RequestValue): void {
  const [, name] = /^\$request\.path\.(.+)$/.exec(expression) ?? [];
  const isThere = name === undefined || route.parameters.includes(name);
  route.check(
    isThere,
    `a parameter of the path ${route.path}`,
    `RequestValue.path('${String(name)}')`,
    'Correct the name, or add it to the path',
  );
}
