import { type Change, type PlanJson, type StateResource } from '../plan-json';

/** The plan of each stack, by its name. */
export type Plans = Readonly<Record<string, PlanJson>>;

/** A client as it is applied. */
export interface AppliedClient {
  readonly address: string;
  readonly id: string;
  readonly secret: string;
}

const TYPE = 'aws_cognito_user_pool_client';

/** Clients that are applied, by their names in Terraform. */
export function appliedClients(plans: Plans): ReadonlyMap<string, AppliedClient> {
  const clients = resourcesIn(plans).filter(({ type, address }) => type === TYPE && address.startsWith(`${TYPE}.`));
  return new Map(
    clients.map(({ address, values }) => [
      address.slice(TYPE.length + 1),
      { address, id: String(values?.id ?? ''), secret: String(values?.client_secret ?? '') },
    ]),
  );
}

/** What a deploy would do to these clients and to what holds their ids or secrets, in words. */
export function undeployed(plans: Plans, names: readonly string[]): string[] {
  const applied = appliedClients(plans);
  const texts = names.flatMap((name) => textsOf(applied.get(name)));
  const addresses = names.map((name) => `${TYPE}.${name}`);
  return Object.entries(plans).flatMap(([stack, { output_changes = {}, resource_changes = [] }]) => [
    ...resource_changes
      .filter(({ mode, change }) => mode === 'managed' && changes(change))
      .filter(({ address, change }) => addresses.includes(address) || mentions(change, texts))
      .map(({ address, change }) => `${stack}: ${change.actions.join(' and ')} ${address}`),
    ...Object.entries(output_changes)
      .filter(([, change]) => changes(change) && mentions(change, texts))
      .map(([name]) => `${stack}: output ${name}`),
  ]);
}

/**
 * Who holds the id or the secret of a client, and not also those of its successor. A list with both, as of an identity pool, is fine.
 */
export function holdersOf(plans: Plans, old: AppliedClient, current: AppliedClient | undefined): string[] {
  const holds = (value: unknown) => mentions(value, textsOf(old)) && !mentions(value, textsOf(current));
  return Object.entries(plans).flatMap(([stack, { prior_state }]) => [
    ...(prior_state?.values?.root_module?.resources ?? [])
      // What another stack publishes is its output's.
      .filter(({ address, type }) => address !== old.address && type !== 'terraform_remote_state')
      .filter(({ values }) => holds(values))
      .map(({ address }) => `${stack}: ${address}`),
    ...Object.entries(prior_state?.values?.outputs ?? {})
      .filter(([, { value }]) => holds(value))
      .map(([name]) => `${stack}: output ${name}`),
  ]);
}

const resourcesIn = (plans: Plans): StateResource[] =>
  Object.values(plans).flatMap(({ prior_state }) => prior_state?.values?.root_module?.resources ?? []);

const textsOf = (client: AppliedClient | undefined): string[] =>
  [client?.id, client?.secret].filter((text): text is string => text !== undefined && text !== '');

const changes = ({ actions }: Change): boolean => !['no-op', 'read'].includes(actions.join());

function mentions(value: unknown, texts: readonly string[]): boolean {
  const json = JSON.stringify(value) ?? '';
  return texts.some((text) => json.includes(text));
}
