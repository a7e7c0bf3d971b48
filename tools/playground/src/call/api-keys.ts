import { type Api, type ApiKey, type PlaygroundData } from '../contract';

/** Keys of usage plans that cover a stage of the API. */
export const apiKeysOf = ({ apiKeys }: Pick<PlaygroundData, 'apiKeys'>, { id }: Api): readonly ApiKey[] =>
  apiKeys.filter(({ stages }) => stages.some(({ apiId }) => apiId === id));
