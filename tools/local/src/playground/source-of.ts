import { boundaryArn } from '@gatehouse/environment';
import { type Live, type Running } from '../live/running';
import { notesOf } from './data/notes';
import { type Shown } from './data/shown';
import { type Source } from './start-playground';

/** The local environment as the playground shows it. */
export const sourceOf = (live: Live): Source => ({
  get current() {
    return shownOf(live.current);
  },
  onReload: (listener) => live.onReload((now, before) => listener(shownOf(now), shownOf(before))),
});

const shownOf = (running: Running): Shown => ({
  ...running,
  boundary: boundaryArn(running.environment),
  notes: () => notesOf(running.stacks),
});
