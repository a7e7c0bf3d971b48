import { type HttpRoute, type RestRoute, type Surface } from '@gatehouse/surface';

/** Why nobody should be let in to a route for a trial; undefined: it can be tried. */
export function untriable({ integration }: RestRoute, { functions }: Pick<Surface, 'functions'>): string | undefined {
  switch (integration?.type) {
    case 'MOCK':
      return undefined;
    case 'AWS':
    case 'AWS_PROXY': {
      const uri = integration.uri ?? '';
      if (!uri.includes('/functions/')) return `it calls ${uri}, which changes what is there`;
      return unrunnable(uri, functions);
    }
    case 'HTTP':
    case 'HTTP_PROXY':
      return `it calls ${integration.uri ?? 'a backend'}, which is outside of this environment`;
    default:
      return `integrations of type ${integration?.type ?? '(none)'} are not served here`;
  }
}

/** The same of a route of an HTTP API. */
export function untriableHttp(
  { integration }: HttpRoute,
  { functions }: Pick<Surface, 'functions'>,
): string | undefined {
  if (integration === undefined) return 'it has no integration';
  const { subtype, type, uri = '' } = integration;
  if (subtype !== undefined) return `it would call ${subtype}, which changes what is there`;
  if (type === 'AWS_PROXY') return unrunnable(uri, functions);
  return `it calls ${uri || 'a backend'}, which is outside of this environment`;
}

/** A URI ends with the function's ARN, or has it between slashes; an alias may follow. */
function unrunnable(uri: string, functions: Surface['functions']): string | undefined {
  const called = functions.find(({ arn }) => new RegExp(`(^|/)${arn}([:/]|$)`).test(uri));
  if (called === undefined) return 'its function is not deployed by this environment';
  if (called.runtime.startsWith('nodejs')) return undefined;
  return `its function runs on ${called.runtime}, and only Node.js runs here`;
}
