import { useId } from 'preact/hooks';
import { type Route } from '../../contract';

interface BodyFieldProps {
  readonly route: Route;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** The body, with one that the model takes and one that it refuses. */
export function BodyField({ route, value, onValue }: BodyFieldProps) {
  const id = useId();
  const { badBody, body } = route.example ?? {};
  return (
    <div class="field">
      <label for={id}>Body</label>
      <textarea
        id={id}
        rows={4}
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      {badBody !== undefined && (
        <div class="row">
          <button type="button" class="small" onClick={() => onValue(body ?? '')}>
            One that the model takes
          </button>
          <button type="button" class="small" onClick={() => onValue(badBody)}>
            One that it refuses
          </button>
        </div>
      )}
    </div>
  );
}
