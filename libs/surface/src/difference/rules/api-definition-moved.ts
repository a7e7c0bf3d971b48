import { differenceRule, type Violation } from '../../findings/rule';
import { hasSameBackend, isSameRoute, type MovedDefinition, movedDefinitions } from '../moved-definitions';

export const apiDefinitionMoved = differenceRule({
  id: 'api-definition-moved',
  severity: 'high',
  title: 'API written in another way',
  why: 'The routes of a REST API are resources, or one OpenAPI body. A plan that turns one into the other ends every resource, though no route need change.',
  remediation: 'Nothing to do. The stage serves the new definition with the next deployment.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html',
  find: (comparison) => movedDefinitions(comparison).flatMap((moved) => [ofApi(moved), ...otherBackends(moved)]),
});

function ofApi(moved: MovedDefinition): Violation {
  const { after, name, resources, routes, to } = moved;
  const same = routes.filter(isSameRoute).length;
  const [was, becomes] = to === 'body' ? ['resources', 'one OpenAPI body'] : ['one OpenAPI body', 'resources'];
  return {
    at: after,
    subject: `API ${name}`,
    ...ENDS[resources](name, count(routes.length)),
    message: `${ENDS[resources](name, count(routes.length)).message} ${sameness(same, routes.length)}`,
    before: `${count(routes.length)} as ${was}`,
    after: same === routes.length ? `${becomes}, same guards` : `${becomes}, ${same} with the same guards`,
  };
}

type End = (name: string, routes: string) => Pick<Violation, 'message' | 'remediation' | 'severity'>;

const ENDS: Readonly<Record<MovedDefinition['resources'], End>> = {
  forgotten: (name, routes) => ({
    severity: 'expected',
    message: `${name} has ${routes} in one OpenAPI body from now on, and Terraform forgets the resources.`,
  }),
  imported: (name, routes) => ({
    severity: 'expected',
    message: `${name} has ${routes} as resources from now on, which Terraform takes over from its OpenAPI body.`,
  }),
  deleted: (name, routes) => ({
    message: `Terraform deletes the resources of ${routes} that the OpenAPI body of ${name} declares: a deletion can take the route of the body with it, and callers get errors.`,
    remediation:
      'Have Terraform forget the resources: a removed block with destroy = false for each, and the next deployment of the API in an apply of its own.',
  }),
  created: (name, routes) => ({
    message: `${name} has ${routes} by its OpenAPI body, and AWS refuses to create a path or a method twice: the apply stops halfway.`,
    remediation: 'Keep the body, or add an import block for each resource, method and integration that it made.',
  }),
};

const count = (routes: number): string => `${routes} route${routes === 1 ? '' : 's'}`;

const sameness = (same: number, all: number): string =>
  same === all
    ? 'Guards and backends stay the same.'
    : `Guard and backend stay the same for ${same} of them; what changes for the others is listed by itself.`;

/** No other rule says so; those of guards say what changes there. */
const otherBackends = ({ routes }: MovedDefinition): Violation[] =>
  routes
    .filter((route) => !hasSameBackend(route))
    .map(({ after }) => ({
      at: after,
      subject: after.title,
      severity: 'medium',
      message: `Another backend answers ${after.title}, or one that is known only after the apply.`,
      remediation: 'Change the backend before or after, in a plan of its own, or check that it is meant.',
      after: 'another backend',
    }));
