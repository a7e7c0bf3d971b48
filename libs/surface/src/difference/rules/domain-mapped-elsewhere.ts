import { isPublic, type Route } from '../../access/route';
import type { Api } from '../../access/api';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import type { ApiDomain, DomainMapping, Unknown } from '../../model';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { mappingsOfOtherDomains } from '../../protection/domains';
import type { Comparison } from '../comparison';
import { both, named, pairs, placeOf, type Both, type Pair } from '../pairs';

export const domainMappedElsewhere = differenceRule({
  id: 'domain-mapped-elsewhere',
  severity: 'high',
  title: 'Domain leads to another API or stage',
  why: 'Callers keep the address and get other routes, with other guards, limits and logs.',
  remediation: 'Compare the routes of both APIs, or restore api_id and stage of the mapping.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
  find: (comparison) => {
    const { apis, apiDomains, resources } = comparison;
    const keys = new Map(
      apis.flatMap(({ before, after }) => [before, after].flatMap((api) => (api ? [keyOf(api)] : []))),
    );
    const open = openApis(comparison);
    const listed = both(apiDomains).flatMap(({ before, after }) =>
      both(mappings(before, after)).flatMap((pair) =>
        violationsAt(
          pair.after,
          `domain ${nameOf(after)}`,
          change(pair, addressOf(nameOf(after), pair.after), keys, open),
        ),
      ),
    );
    return [...listed, ...ofOtherDomains(resources, keys, open)];
  },
});

type Mapping = DomainMapping<Unknown>;

const keyOf = (api: Api): readonly [place: string, api: Api] => [placeOf(api), api];

/** Keys of APIs that have a public route: before and after. */
const openApis = ({
  callable,
}: Comparison): Pick<Record<keyof Pair<Route>, ReadonlySet<string>>, 'before' | 'after'> => {
  const keysOf = (side: 'before' | 'after') =>
    new Set(
      callable.flatMap(({ [side]: route }) => (route && isPublic(route) && !route.preflight ? [route.api.key] : [])),
    );
  return { before: keysOf('before'), after: keysOf('after') };
};

const mappings = (before: ApiDomain<Unknown>, after: ApiDomain<Unknown>): readonly Pair<Mapping>[] =>
  pairs(
    before.mappings,
    after.mappings,
    named(({ basePath }) => (isUnknown(basePath) ? undefined : (basePath ?? ''))),
    placeOf,
  );

const addressOf = (domain: string, { basePath }: Mapping): string =>
  typeof basePath === 'string' ? `${domain}/${basePath}` : domain;

/** Of domains that no plan here has. */
const ofOtherDomains = (
  { before, after }: Comparison['resources'],
  apis: ReadonlyMap<string, Api>,
  open: ReturnType<typeof openApis>,
): readonly Violation[] =>
  both(pairs(mappingsOfOtherDomains(before), mappingsOfOtherDomains(after), placeOf)).flatMap((pair) => {
    const { address, domain } = pair.after;
    const name = isUnknown(domain) ? `the domain of ${address}` : domain;
    return violationsAt(pair.after, `domain ${name}`, change(pair, addressOf(name, pair.after), apis, open));
  });

function change(
  { before, after }: Both<Mapping>,
  address: string,
  apis: ReadonlyMap<string, Api>,
  open: ReturnType<typeof openApis>,
): Found {
  const [was, becomes] = [before, after].map((mapping) => targetOf(mapping, apis));
  if (was === undefined || becomes === undefined) return undefined;
  if (was.key !== becomes.key) {
    const opened = open.after.has(becomes.key) && !open.before.has(was.key);
    return {
      message: `Callers of ${address} reach ${becomes.name}${opened ? ', which has public routes,' : ''} in place of ${was.name}.`,
      before: was.name,
      after: becomes.name,
    };
  }
  const [stage, other] = [before.stage, after.stage];
  if (typeof stage !== 'string' || typeof other !== 'string' || stage === other) return undefined;
  const { stages } = becomes;
  return {
    // The loss of a stage is reported with the stage.
    when: stages === undefined || stages.length === 0 || stages.includes(stage),
    severity: 'medium',
    message: `Callers of ${address} reach stage ${other} of ${becomes.name} in place of ${stage}.`,
    before: stage,
    after: other,
  };
}

/** The API of a mapping, if it is known; one that another configuration owns by its id. */
function targetOf({ api, apiId, ...mapping }: Mapping, apis: ReadonlyMap<string, Api>) {
  const known = api === undefined ? undefined : apis.get(placeOf({ ...mapping, address: api }));
  if (known) return { key: known.key, name: known.name, stages: known.api.stages.map(({ name }) => name) };
  return isUnknown(apiId) ? undefined : { key: apiId, name: apiId, stages: undefined };
}
