import { z } from 'zod';

/**
 * What environment files may say under `"settings"`: what differs between environments in the stacks of your own. After
 * a change run `npm run schema`, which tells editors and docs/environments.md.
 *
 * @see https://zod.dev
 */
export const settings = z.strictObject({
  // orders: z.strictObject({ retentionDays: z.int().min(1) }).meta({ description: 'How orders are kept.' }),
});

/** The settings of one environment, as stacks read them: `environment.settings`. */
export type Settings = z.output<typeof settings>;
