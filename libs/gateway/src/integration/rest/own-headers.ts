import { type BindingRoute } from '../integration';

/** @throws ConstructError for headers of CORS where `cors` writes them: what is given here would be lost. */
export function checkOwnHeaders({ check, cors }: BindingRoute, headers: Readonly<Record<string, unknown>>): void {
  const taken = Object.keys(headers).find((name) => /^access-control-/i.test(name));
  check(cors === undefined || taken === undefined, 'headers of CORS left to cors', taken, 'Remove it, or cors');
}
