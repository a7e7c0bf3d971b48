import { type Row } from '../../testing/conformance';
import { type Targets } from './targets';

export type Attack = Row<Targets>;

/** An attempt that AWS refuses with this error. */
export const refused = (
  name: string,
  source: string,
  attempt: (targets: Targets) => Promise<unknown>,
  code: string,
  reason?: string | RegExp,
): Attack => ({
  name,
  source,
  prove: async (targets) => {
    const error = await attempt(targets).then(
      (answer) => Promise.reject(new Error(`It was let in: ${JSON.stringify(answer)}`)),
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code,
      ...(reason !== undefined && { reason: expect.stringMatching(reason) as string }),
    });
  },
});
