export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Whole events of a stream, and the beginning of the next one.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function eventsIn(text: string): { readonly events: readonly ServerEvent[]; readonly rest: string } {
  const blocks = text.split(/\r?\n\r?\n/);
  const rest = blocks.pop() ?? '';
  const events = blocks.map((block) => {
    const fields = block.split(/\r?\n/).map((line) => /^([^:]*)(?:: ?(.*))?$/.exec(line));
    const all = (name: string) => fields.filter((field) => field?.[1] === name).map((field) => field?.[2] ?? '');
    return { event: all('event').at(-1) ?? 'message', data: all('data').join('\n') };
  });
  return { events: events.filter(({ data }) => data !== ''), rest };
}
