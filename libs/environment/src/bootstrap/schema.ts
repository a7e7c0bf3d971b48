import { regions } from '@gatehouse/checks';
import { z } from 'zod';
import { environmentSchema } from '../schema/environment';
import { choice, object, text, whole } from '../schema/fields';

const BRANCH = /^(?!\/)[\w./-]{1,255}(?<!\/)$/;

/** Who makes the identity provider of an account. */
const makersOf = (name: string) =>
  z
    .record(
      z.string().regex(/^\d{12}$/, { error: 'the 12 digits of an AWS account id' }),
      choice(
        ['elsewhere', ...regions],
        'Region whose bootstrap makes the provider of this account, or "elsewhere" when it exists for other reasons and is only used.',
        'an AWS region such as eu-west-1, or "elsewhere"',
      ),
    )
    .default({})
    .meta({
      description: `Who makes the ${name} OIDC provider, of which an account has one, by account. Needed only for accounts with state in several regions, and for those that have a provider already. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html`,
    });

/** https://docs.github.com/en/actions/reference/security/oidc */
const github = object('Who may deploy without a stored secret.', {
  repository: text(
    /^(?!-)[A-Za-z0-9-]{1,39}(?<!-)(\/[\w.-]{1,100}|@\d+\/[\w.-]{1,100}@\d+)$/,
    'a repository as its OIDC tokens name it: owner/name, or owner@id/name@id for one with immutable subject claims',
    'GitHub repository whose workflows get the roles, as in the "sub" claim of their OIDC tokens: owner/name, or owner@id/name@id for repositories made after June 2026.',
  ),
  branch: text(
    BRANCH,
    'the name of a branch',
    'Branch whose workflows may plan every environment, to look for drift.',
  ).default('main'),
  provider: makersOf('GitHub'),
});

/** https://docs.gitlab.com/ci/cloud_services/aws/ */
const gitlab = object('GitLab in place of GitHub: who may deploy without a stored secret.', {
  project: text(
    /^[A-Za-z0-9][\w.-]*(\/[\w.-]+)+$/,
    'a project as its OIDC tokens name it: group/project, or group/subgroup/project',
    'GitLab project whose pipelines get the roles, as in "project_path" of the "sub" claim of their OIDC tokens: group/project.',
  ),
  host: text(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    'the name of a host, without https:// and without a port',
    'Where GitLab is. AWS must reach it: it reads the keys of the tokens there.',
  ).default('gitlab.com'),
  branch: text(BRANCH, 'the name of a branch', 'Protected branch whose pipelines may deploy.').default('main'),
  provider: makersOf('GitLab'),
});

/** The one definition of what `bootstrap.json` may say. */
export const bootstrapSchema = z
  .strictObject({
    github: github.optional(),
    gitlab: gitlab.optional(),
    stateHistoryDays: whole(
      30,
      3650,
      'days',
      'How long an older version of a state stays restorable after it was replaced, in days; the newest ones stay longer. https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
    ).default(90),
    accessLogs: object(
      'Logs of every request to the state bucket, in a bucket of their own. Without it there are none. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
      {
        retentionDays: whole(1, 3650, 'days', 'How long access logs are kept, in days.'),
      },
    ).optional(),
    tags: environmentSchema.shape.tags,
  })
  .superRefine(({ github, gitlab }, context) => {
    if ((github === undefined) !== (gitlab === undefined)) return;
    const message = 'either "github" or "gitlab": the roles trust one CI';
    context.addIssue({ code: 'custom', path: [github === undefined ? 'github' : 'gitlab'], message });
  });

export type BootstrapFile = z.output<typeof bootstrapSchema>;
