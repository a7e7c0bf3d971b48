import { type ComponentChildren } from 'preact';
import { AwsError, lineOf } from '../aws/error';
import { whatToDo } from '../aws/what-to-do';

export function Notice({ kind, children }: { kind: 'good' | 'bad' | 'calm'; children: ComponentChildren }) {
  return <div class={`notice ${kind}`}>{children}</div>;
}

/** An error, read out when it appears. Those of AWS as they are, and a line what to do. */
export function Failure({ error }: { error: unknown }) {
  return (
    <div role="alert">
      {error !== undefined && (
        <Notice kind="bad">
          {error instanceof AwsError ? (
            <>
              <p>
                <strong>{error.type}</strong> <span class="soft">{error.operation}</span>
              </p>
              {error.message !== '' && <p>{error.message}</p>}
              <p class="soft">{whatToDo(error)}</p>
            </>
          ) : (
            <p>{lineOf(error)}</p>
          )}
        </Notice>
      )}
    </div>
  );
}
