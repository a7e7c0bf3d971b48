import { page, refuse } from './github-answers';
import { type Answer, type GitHubRequest, type GitHubServer } from './github-server';

type Route = (server: GitHubServer, request: GitHubRequest, parts: readonly string[]) => Answer;

/** What is answered to `METHOD /path`; the pull request and the repository are always the same ones. */
export const routes: readonly (readonly [RegExp, Route])[] = [
  [
    /^POST \/graphql$/,
    ({ login, discussion }, { body }) =>
      ok({
        data: String(body.query).includes('pullRequest')
          ? { repository: { pullRequest: discussion } }
          : { viewer: { login } },
      }),
  ],
  [/^GET \/repos\/acme\/shop\/issues\/7\/comments$/, (server, request) => page(server, request, server.comments)],
  [
    /^POST \/repos\/acme\/shop\/issues\/7\/comments$/,
    (server, { body }) => {
      const comment = {
        id: server.comments.length + 1,
        user: { login: server.login },
        body: String(body.body),
      };
      server.comments.push(comment);
      return { status: 201, body: comment };
    },
  ],
  [
    /^PATCH \/repos\/acme\/shop\/issues\/comments\/(\d+)$/,
    ({ comments }, { body }, [id]) =>
      change(
        comments.find((each) => each.id === Number(id)),
        body,
      ),
  ],
  [
    /^GET \/repos\/acme\/shop\/issues$/,
    (server, request) => {
      const { query } = request;
      const wanted = server.issues.filter(
        ({ state, labels }) => ['all', state].includes(query.get('state')!) && labels.includes(query.get('labels')!),
      );
      return page(server, request, wanted);
    },
  ],
  [
    /^POST \/repos\/acme\/shop\/issues$/,
    ({ issues, login }, { body }) => {
      const { title, body: text, labels } = body as { title: string; body: string; labels: string[] };
      const number = 100 + issues.length;
      const issue = {
        id: number,
        number,
        title,
        body: text,
        labels,
        state: 'open',
        user: { login },
        comments: [],
      };
      issues.push(issue);
      return { status: 201, body: issue };
    },
  ],
  [
    /^GET \/repos\/acme\/shop\/issues\/(\d+)$/,
    ({ issues }, _request, [number]) => {
      const found = issues.find((each) => each.number === Number(number));
      return found ? ok(found) : refuse(404, 'Not Found');
    },
  ],
  [
    /^PATCH \/repos\/acme\/shop\/issues\/(\d+)$/,
    ({ issues }, { body }, [number]) =>
      change(
        issues.find((each) => each.number === Number(number)),
        body,
      ),
  ],
  [
    /^POST \/repos\/acme\/shop\/issues\/(\d+)\/comments$/,
    ({ issues }, { body }, [number]) => {
      issues.find((each) => each.number === Number(number))!.comments.push(String(body.body));
      return { status: 201, body: {} };
    },
  ],
  [
    /^GET \/repos\/acme\/shop\/issues\/(\d+)\/comments$/,
    (server, request, [number]) => {
      const { comments = [] } = server.issues.find((each) => each.number === Number(number)) ?? {};
      const { login } = server;
      return page(
        server,
        request,
        comments.map((body, id) => ({ id, user: { login }, body })),
      );
    },
  ],
  [
    /^GET \/repos\/acme\/shop\/environments\/([^/]+)$/,
    ({ environments }, _request, [name]) => {
      const environment = environments[decodeURIComponent(name!)];
      return environment ? ok(environment) : refuse(404, 'Not Found');
    },
  ],
  [/^GET \/repos\/acme\/shop\/commits\/[0-9a-f]+\/pulls$/, (server, request) => page(server, request, server.pulls)],
  [
    /^GET \/repos\/acme\/shop\/actions\/workflows\/([^/]+)\/runs$/,
    ({ runs }, { query }, [workflow]) => {
      const wanted = runs.filter(
        (run) =>
          run.path === `.github/workflows/${workflow}` &&
          ['head_sha', 'event'].every((key) => !query.has(key) || query.get(key) === run[key]) &&
          (!query.has('branch') || query.get('branch') === run.head_branch) &&
          (!query.has('status') || query.get('status') === run.conclusion),
      );
      return ok({ total_count: wanted.length, workflow_runs: wanted });
    },
  ],
];

const ok = (body: unknown): Answer => ({ status: 200, body });

function change<T extends object>(thing: T | undefined, changes: object): Answer {
  return thing ? ok(Object.assign(thing, changes)) : refuse(404, 'Not Found');
}
