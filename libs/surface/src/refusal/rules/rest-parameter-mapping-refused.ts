import type { GatewayResponse, RestRoute, Table, Unknown } from '../../model';
import { titleOf } from '../../access/route';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

export const restParameterMappingRefused = refusalRule({
  id: 'rest-parameter-mapping-refused',
  severity: 'high',
  title: 'Parameter mapping that a REST API refuses',
  why: 'A REST API names parameters in full, such as method.request.header.X-Tenant, declares those of a method that an integration maps, and takes a fixed value only in single quotes.',
  remediation:
    "Write the full name of the parameter, declare it in request_parameters of the method, and write 'value' for a fixed one.",
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping.html',
  find: ({ apis }) =>
    apis.flatMap((api) => [
      ...api.routes.flatMap((route) => violationsAt(route, titleOf(route), ofRoute(route))),
      ...api.gatewayResponses.flatMap((each) => violationsAt(each, `API ${nameOf(api)}`, ofResponse(each))),
    ]),
});

const METHOD = /^method\.request\.(header|querystring|multivalueheader|multivaluequerystring|path)\.\S+$/;
const INTEGRATION = /^integration\.request\.(header|querystring|path)\.\S+$/;
const RESPONSE = /^gatewayresponse\.header\.\S+$/;
const VALUE = /^('.*'|method\.request\.\S+|context\.\S+|stageVariables\.\S+)$/s;

const ofRoute = (route: RestRoute<Unknown>): readonly Found[] => [
  ...keys(route.requestParameters, METHOD),
  ...(route.integration
    ? [
        ...keys(route.integration.requestParameters, INTEGRATION),
        ...values(route.integration.requestParameters),
        ...undeclared(route, route.integration.requestParameters),
      ]
    : []),
];

/** A mapping reads what the method declares. */
function undeclared(route: RestRoute<Unknown>, mappings: Table<string, Unknown>): readonly Found[] {
  const { requestParameters } = route;
  if (isUnknown(requestParameters) || isUnknown(mappings)) return [];
  const declared = new Set(Object.keys(requestParameters).map(bare));
  return Object.values(mappings).map((value) => ({
    when: typeof value === 'string' && METHOD.test(value) && !declared.has(bare(value)),
    message: `API Gateway refuses a mapping of ${String(value)}, which ${titleOf(route)} does not declare.`,
    after: String(value),
  }));
}

/** A parameter by its place and name, for one value or several. */
const bare = (name: string): string => name.replace(/\.multivalue(header|querystring)\./, '.$1.').toLowerCase();

const ofResponse = ({ responseParameters }: GatewayResponse<Unknown>): readonly Found[] => [
  ...keys(responseParameters, RESPONSE),
  ...values(responseParameters),
];

const keys = (table: Table<unknown, Unknown>, form: RegExp): readonly Found[] =>
  (isUnknown(table) ? [] : Object.keys(table)).map((name) => ({
    when: !form.test(name),
    message: `API Gateway refuses the parameter ${name}.`,
    after: name,
  }));

const values = (table: Table<string, Unknown>): readonly Found[] =>
  (isUnknown(table) ? [] : Object.entries(table)).map(([name, value]) => ({
    when: typeof value === 'string' && !VALUE.test(value),
    // It may be a key that a backend asks for.
    message: `API Gateway refuses the value of ${name}; a fixed value stands in single quotes.`,
  }));
