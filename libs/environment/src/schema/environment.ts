import { isLoopback, parseOrigin } from '@gatehouse/checks';
import { z } from 'zod';
import { acknowledge } from './acknowledge';
import { alarms } from './alarms';
import { api } from './api';
import { approvers } from './approvers';
import { clients } from './clients';
import { checkedText, choice, record, text } from './fields';
import { identity } from './identity';
import { region, state } from './state';

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const tags = record(
  {
    pattern: /^(?!aws:)(?!(Project|Environment|ManagedBy)$)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u,
    expected:
      'a tag key of 1 to 128 letters, digits, spaces and _.:/=+-@, not starting with aws: and not Project, Environment or ManagedBy (Gatehouse writes those)',
  },
  text(
    /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
    'a tag value of at most 256 letters, digits, spaces and _.:/=+-@',
    'Value of one tag.',
  ),
  'Tags on everything that is deployed.',
).default({});

/** The one definition of what an environment file may say, after everything it extends was merged in. */
export const environmentSchema = z.strictObject({
  project: text(
    /^[a-z][a-z0-9-]{0,14}[a-z0-9]$/,
    '2 to 16 lowercase letters, digits and hyphens, starting with a letter and not ending with a hyphen',
    'Whose environments these are. Every name in AWS begins with it, the tag Project is it, and so are extensions of OpenAPI documents (`x-<project>-public`). It cannot change once something is deployed.',
  ).default('gatehouse'),
  account: text(
    /^\d{12}$/,
    'the 12 digits of an AWS account id, in quotes',
    'AWS account that is deployed to; any other is refused.',
  ),
  region: region('AWS region that is deployed to.'),
  tier: choice(
    ['local', 'development', 'staging', 'production'],
    'What the environment is for. Rules in docs/rules.md hold for "production".',
  ),
  endpoint: checkedText(
    (value) => isLoopback(parseOrigin(value) ?? new URL('none:')),
    'scheme://host[:port] on this machine, such as http://127.0.0.1:4599',
    'Where the AWS emulator listens, for tier "local" only. GATEHOUSE_AWS_ENDPOINT replaces it.',
  ).optional(),
  state,
  identity,
  clients,
  api,
  alarms: alarms.optional(),
  tags,
  approvers,
  settings: settings(z.record(z.string(), z.unknown().meta({ description: 'One of them.' }))),
  acknowledge,
});

export type EnvironmentFile = z.output<typeof environmentSchema>;

/**
 * What the team's own settings may be, from `libs/settings`; without it they are read as any JSON.
 *
 * @see https://zod.dev
 */
export type SettingsSchema<Settings = unknown> = z.ZodType<Settings>;

/** The schema of environment files with the team's own settings in it. */
export const schemaWith = (team?: SettingsSchema) =>
  team === undefined ? environmentSchema : environmentSchema.extend({ settings: settings(team) });

/** One environment: its file, merged over the files it extends, and found to be sound. */
export type Environment<Settings = unknown> = Omit<EnvironmentFile, 'settings'> & {
  /** The name of the file without `.json`. */
  readonly name: string;
  /** The team's own. */
  readonly settings: Settings;
};

/** Without any they are an empty object, so that fields with defaults need not be written. */
function settings<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .prefault({} as z.input<Schema>)
    .meta({ description: 'What differs in the stacks of your own; libs/settings says what there is.' });
}
