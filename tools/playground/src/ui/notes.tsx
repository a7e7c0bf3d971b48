import { changes, sessionNote, signInProblem } from '../state';
import { Failure, Notice } from './notice';

/** What happened by itself: a reload, a session that ended. */
export function Notes() {
  const lines = changes.value;
  return (
    <>
      <div role="status" class="notes">
        {lines && (
          <Notice kind="calm">
            <div class="note-head">
              <strong>Reloaded</strong>
              <Dismiss what="the note about the reload" onClick={() => (changes.value = undefined)} />
            </div>
            {lines.length === 0 ? (
              <p>Who may call what is the same as before.</p>
            ) : (
              <ul class="changes">
                {lines.map((line) => (
                  <li key={line}>
                    <code>{line}</code>
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {sessionNote.value !== undefined && (
          <Notice kind="calm">
            <div class="note-head">
              <span>{sessionNote.value}</span>
              <Dismiss what="the note about the session" onClick={() => (sessionNote.value = undefined)} />
            </div>
          </Notice>
        )}
      </div>
      <Failure error={signInProblem.value} />
    </>
  );
}

const Dismiss = ({ what, onClick }: { what: string; onClick: () => void }) => (
  <button type="button" class="small quiet" aria-label={`Dismiss ${what}`} onClick={onClick}>
    Dismiss
  </button>
);
