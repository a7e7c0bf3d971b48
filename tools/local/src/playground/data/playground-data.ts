import { type PlaygroundData } from '@gatehouse/playground/contract';
import { type ApiKeyValue } from '../../gateway';
import { snippetsOf } from '../../up/client-snippets';
import { apiKeysOf } from './api-keys';
import { callableOf } from './apis';
import { closedTo } from './closed-to';
import { identityPoolsOf } from './identity-pools';
import { namesOf } from './names';
import { notServedOf } from './not-served';
import { type Shown } from './shown';
import { userPoolsOf } from './user-pools';

export interface DataOptions extends Pick<PlaygroundData, 'changes' | 'revision'> {
  /** `http://127.0.0.1:8080`, of the page. */
  readonly origin: string;
  readonly apiKeyValue: ApiKeyValue;
}

/** Everything that the page shows. */
export async function playgroundData(shown: Shown, options: DataOptions): Promise<PlaygroundData> {
  const { changes, origin, revision } = options;
  const { name, project, region } = shown.environment;
  const callbackUrl = `${origin}/`;
  return {
    ...{ revision, changes, environment: { name, project, region }, cognitoEndpoint: shown.emulator.url },
    page: { origin, callbackUrl, closedTo: closedTo(shown.surface, origin, namesOf(shown)) },
    ...callableOf(shown),
    notServed: notServedOf(shown.surface),
    userPools: userPoolsOf(shown, callbackUrl),
    identityPools: identityPoolsOf(shown),
    apiKeys: await apiKeysOf(shown.surface, options.apiKeyValue),
    snippets: snippetsOf(shown.outputs),
  };
}
