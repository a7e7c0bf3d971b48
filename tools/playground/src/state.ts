import { computed, signal } from '@preact/signals';
import { lineOf } from './aws/error';
import { type PlaygroundData } from './contract';
import { getData, ServerError } from './server/client';
import { followRevisions } from './server/events';
import { placeOfSession } from './session/place';
import { principalsOf } from './session/principals';
import { session } from './session/session';

/** What is served; undefined before the first answer. */
export const data = signal<PlaygroundData | undefined>(undefined);

/** Whether changes reach this page. */
export const connection = signal<'connecting' | 'live' | 'lost'>('connecting');

/** Why there is nothing to show. */
export const problem = signal<string | undefined>(undefined);

/** Lines that changed with the last reload; undefined: none since the page was opened, or they were read. */
export const changes = signal<readonly string[] | undefined>(undefined);

/** Something that happened to the session without a click of the person. */
export const sessionNote = signal<string | undefined>(undefined);

/** Why a sign-in page sent the browser back without a sign-in. */
export const signInProblem = signal<unknown>(undefined);

/** Ids of the principals that the signed-in person is. */
export const own = computed(() => (data.value ? principalsOf(data.value, session.value) : new Set<string>()));

/** Shows what is served, for as long as the page is open. */
export async function follow(): Promise<void> {
  for (;;) {
    try {
      await followRevisions((revision) => {
        connection.value = 'live';
        if (revision !== data.peek()?.revision) void load();
      });
    } catch (error) {
      if (error instanceof ServerError && data.peek() === undefined) problem.value = error.message;
      if (isRefusal(error)) return refused(error.message);
    }
    connection.value = 'lost';
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function load(): Promise<void> {
  const before = data.peek();
  try {
    const now = await getData();
    // Of two reloads the later one stays, whichever is answered first.
    if (now.revision < (data.peek()?.revision ?? 0)) return;
    data.value = now;
    problem.value = undefined;
    if (before) changes.value = now.changes;
    endSession(now);
  } catch (error) {
    if (before === undefined) problem.value = lineOf(error);
    // With the key of another run it would be refused again.
    if (!isRefusal(error)) setTimeout(() => void load(), 1000);
  }
}

const isRefusal = (error: unknown): error is ServerError => error instanceof ServerError && error.status === 403;

/** The key is of another run: nothing that this tab can do. */
function refused(message: string): void {
  connection.value = 'lost';
  problem.value = message;
}

function endSession(now: PlaygroundData): void {
  const was = session.peek();
  if (was === undefined || placeOfSession(now, was)) return;
  session.value = undefined;
  sessionNote.value = 'You were signed out: your user pool or its client is not there any more.';
}
