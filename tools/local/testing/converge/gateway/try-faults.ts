import { type Change } from '../changes';
import { argumentOf, faultOf } from '../fault';
import { type Sink } from '../sink';
import { tryAlone } from './try-alone';

/** What becomes of the changes that ever went wrong, by argument and kind, in an emulator that has nothing. */
export async function tryFaults(main: string, sink: Sink, url: string): Promise<Readonly<Record<string, string>>> {
  const wanted = (change: Change) => faultOf(sink, change) !== undefined;
  // None of them needs a stage.
  const small = { ...sink, alone: { always: [], loose: [] }, served: undefined };
  const outcomes = await tryAlone({ main, sink: small, url, wanted });
  return Object.fromEntries(
    outcomes.map((outcome) => {
      const result = outcome[faultOf(sink, outcome)?.when ?? 'there'];
      return [`${argumentOf(outcome)} ${outcome.kind}`, typeof result === 'object' ? 'refused' : result];
    }),
  );
}

/** The same as docs/gateway/converge.md says it. */
export const faultsOf = ({ faults }: Sink): Readonly<Record<string, string>> =>
  Object.fromEntries(faults.map(({ argument, found, kind }) => [`${argument} ${kind}`, found]));
