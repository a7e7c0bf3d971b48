import { type KitchenSink } from './sink';

/** What the applied stack does, as one sentence and its proof. */
export interface Behaviour {
  readonly name: string;
  readonly prove: (sink: KitchenSink) => Promise<void>;
}
