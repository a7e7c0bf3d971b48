import { type GuardedRoute } from '../access/invoke-grants';

/** A stage of an API, REST or HTTP, as domains and usage plans name it. */
export interface ServedStage {
  readonly kind: 'http' | 'rest';
  readonly apiId: string;
  readonly stageName: string;
  /** Whether VPCs alone reach the API; absent: its owner knows. */
  readonly isPrivate?: boolean;
  /** The routes so far, by key. */
  readonly routes: ReadonlyMap<string, GuardedRoute>;
  /** Leaves the domain as the only way in; for an API made elsewhere it does nothing. */
  disableDefaultEndpoint(): void;
}
