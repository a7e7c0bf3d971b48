import { type Api, type Principal, type Route } from '../contract';

/** Routes in which every word is found: in method, path, API, note, who may call, or the name of a principal. */
export function filterRoutes(api: Api, principals: readonly Principal[], filter: string): readonly Route[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return api.routes;
  const names = new Map(principals.map(({ detail = '', id, name }) => [id, `${name} ${detail}`]));
  return api.routes.filter(({ by = '', method, note = '', path, principals: ids, who }) => {
    const text = [api.name, method, path, who, by, note, ...ids.map((id) => names.get(id))].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
