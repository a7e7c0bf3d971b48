type Started = { stop(): Promise<unknown> } | { close(): Promise<unknown> };

/**
 * Waits for what was started at once. Where one of it did not start the others are ended: nobody else has hold of them, and they would
 * keep Jest alive.
 *
 * @throws why the first of them did not start
 */
export async function allOrNone<T extends readonly Started[]>(starting: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  try {
    return (await Promise.all(starting)) as unknown as T;
  } catch (error) {
    const settled = await Promise.allSettled<Started>(starting);
    await Promise.allSettled(settled.map((each) => each.status === 'fulfilled' && end(each.value)));
    throw error;
  }
}

const end = (started: Started): Promise<unknown> => ('stop' in started ? started.stop() : started.close());
