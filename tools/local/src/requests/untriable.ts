import { type RestRoute, type Surface } from '@gatehouse/surface';

/** Why nobody should be let in to a route for a trial; undefined: it can be tried. */
export function untriable({ integration }: RestRoute, { functions }: Pick<Surface, 'functions'>): string | undefined {
  switch (integration?.type) {
    case 'MOCK':
      return undefined;
    case 'AWS':
    case 'AWS_PROXY': {
      const uri = integration.uri ?? '';
      if (!uri.includes('/functions/')) return `it calls ${uri}, and of AWS services only Lambda is served here`;
      const called = functions.find(
        ({ arn }) => uri.includes(`/functions/${arn}/`) || uri.includes(`/functions/${arn}:`),
      );
      if (called === undefined) return 'its function is not deployed by this environment';
      if (!called.runtime.startsWith('nodejs'))
        return `its function runs on ${called.runtime}, and only Node.js runs here`;
      return undefined;
    }
    case 'HTTP':
    case 'HTTP_PROXY':
      return `it calls ${integration.uri ?? 'a backend'}, which is outside of this environment`;
    default:
      return `integrations of type ${integration?.type ?? '(none)'} are not served here`;
  }
}
