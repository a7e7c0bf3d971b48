import { findingsOf } from './real-plan';

type Values = Readonly<Record<string, unknown>>;

/** A resource before and after; null: not there. Third: what is only known after apply, as `after_unknown`. */
export type HandChange = readonly [before: Values | null, after: Values | null, unknown?: object];

/**
 * The JSON of a plan of a few resources, for the edges that no real plan of the fixtures has.
 *
 * @param expressions what arguments are made from: `{ 'aws_x.y': { role: ['aws_iam_role.r.name', 'aws_iam_role.r'] } }`
 */
export function handPlan(
  changes: Readonly<Record<string, HandChange>>,
  expressions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {},
): object {
  return {
    format_version: '1.2',
    planned_values: {},
    resource_changes: Object.entries(changes).map(([address, [before, after, unknown]]) => {
      const [type = '', name = ''] = address.split('.');
      const actions = before === null ? ['create'] : after === null ? ['delete'] : ['update'];
      return {
        address,
        mode: 'managed',
        type,
        name,
        change: { actions, before, after, after_unknown: unknown ?? {} },
      };
    }),
    configuration: {
      root_module: {
        resources: Object.entries(expressions).map(([address, byArgument]) => ({
          address,
          expressions: Object.fromEntries(
            Object.entries(byArgument).map(([argument, references]) => [argument, { references }]),
          ),
        })),
      },
    },
  };
}

/** `severity rule address` of what the rules find. */
export const found = (...plan: Parameters<typeof handPlan>): readonly string[] =>
  findingsOf(handPlan(...plan)).map(({ severity, rule, address }) => `${severity} ${rule} ${address}`);
