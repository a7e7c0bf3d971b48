import { UserError } from '@gatehouse/cli-kit';
import { type LoadOptions, loadEnvironment } from '@gatehouse/environment';
import { isMarked, marked } from './body';
import { type GitHub } from './client';
import { createOnce, unrepeated } from './create-once';
import { explained } from './errors';
import { firstOwn } from './first-own';
import { type Repository } from './repository';

export interface BreakGlass {
  readonly environment: string;
  readonly commit: string;
  readonly reason: string;
  /** Who deploys. */
  readonly actor: string;
  /** The run that does. */
  readonly link?: string;
}

const LABEL = 'break-glass';

/** Of a reason: fewer letters say nothing that can be reviewed. */
const SHORTEST = 15;

/**
 * Writes down that one person deploys without a second one: an issue with who, what and why, before anything is applied. It is closed by
 * another person, who has reviewed what was done; until then another
 * break-glass deploy of that environment is refused.
 *
 * @returns the number of the issue
 * @throws UserError for someone who is not an approver of the environment, for a reason that says nothing, and while an earlier one is
 * not reviewed
 */
export async function breakGlass(
  github: GitHub,
  repository: Repository,
  glass: BreakGlass,
  options?: LoadOptions,
): Promise<number> {
  const { environment, actor, reason } = glass;
  const { approvers = [] } = loadEnvironment(environment, options);
  if (!approvers.some((name) => name.toLowerCase() === actor.toLowerCase()))
    throw new UserError(
      `${actor || 'An unknown account'} may not deploy ${environment} alone: expected one of the "approvers" of environments/${environment}.json, which are ${approvers.join(', ') || 'none'}.`,
    );
  if (reason.trim().length < SHORTEST)
    throw new UserError(
      `A break-glass deploy of ${environment} needs a reason: expected a sentence of ${SHORTEST} letters or more, found ${JSON.stringify(reason)}.`,
    );
  return explained(`write down the break-glass deploy of ${environment}`, async () => {
    const { owner, repo } = repository;
    const all = await github.paginate('GET /repos/{owner}/{repo}/issues', {
      ...{ owner, repo, labels: LABEL, state: 'all', per_page: 100 },
    });
    await requireReviewed(github, repository, environment, all);
    return write(github, repository, glass);
  });
}

type Listed = { readonly number: number; readonly body?: string | null; readonly state: string };

/** Whether a person other than who deployed has closed the issue of the time before. */
async function requireReviewed(
  github: GitHub,
  { owner, repo }: Repository,
  environment: string,
  issues: readonly Listed[],
): Promise<void> {
  const own = issues.filter(({ body }) => isMarked(markerOf(environment), body));
  const last = own.sort((a, b) => b.number - a.number)[0];
  if (!last) return;
  const which = `The break-glass deploy of ${environment} in issue ${last.number}`;
  if (last.state === 'open')
    throw new UserError(
      `${which} is not reviewed yet. Another person than who deployed reviews it and closes the issue; until then deploys of ${environment} take their turn.`,
    );
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...{ owner, repo, issue_number: last.number },
  });
  const [, by] = /^<!-- by (\S+) -->$/m.exec(last.body ?? '') ?? [];
  const closer = data.closed_by?.login;
  if (closer === undefined || closer.toLowerCase() === by?.toLowerCase())
    throw new UserError(
      `${which} was closed by ${closer ?? 'an unknown account'}, and ${by ?? 'an unknown account'} deployed. It counts when another person reviews it, reopens it and closes it.`,
    );
}

async function write(github: GitHub, { owner, repo }: Repository, glass: BreakGlass): Promise<number> {
  const { environment, commit, reason, actor, link } = glass;
  const marker = markerOf(environment);
  const text = [
    `<!-- by ${actor} -->`,
    `@${actor} deploys \`${environment}\` from ${commit} without a second person${link === undefined ? '' : `, in [this run](${link})`}.`,
    `Why: ${reason.trim().replace(/\s+/g, ' ')}`,
    'Review what it did, bring `main` to the same in a pull request, and close this issue. It counts when another person closes it.',
  ].join('\n\n');
  const parameters = { ...{ owner, repo, labels: [LABEL] }, title: `Break-glass deploy of ${environment}` };
  let number: number | undefined;
  const create = async (): Promise<void> => {
    const body = marked(marker, text);
    const { data } = await github.request('POST /repos/{owner}/{repo}/issues', {
      ...parameters,
      body,
      request: unrepeated,
    });
    number = data.number;
  };
  const find = async () => {
    const open = await github.paginate('GET /repos/{owner}/{repo}/issues', {
      ...{ owner, repo, labels: LABEL, state: 'open', per_page: 100 },
    });
    return firstOwn(github, marker, open);
  };
  const found = await createOnce(create, find);
  return found?.number ?? number!;
}

const markerOf = (environment: string): string => `<!-- gatehouse-${LABEL} ${environment} -->`;
