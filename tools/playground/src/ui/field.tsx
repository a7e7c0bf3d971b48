import { type ComponentChildren, type InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly help?: string;
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly required?: boolean;
  /** After the input: a button that fills it. */
  readonly children?: ComponentChildren;
}

export function Field({ label, value, onValue, help, children, type = 'text', required = true, ...rest }: FieldProps) {
  const id = useId();
  const input: InputHTMLAttributes<HTMLInputElement> = {
    ...{ id, value, required, spellcheck: false, autoCapitalize: 'none' },
    ...(help !== undefined && { 'aria-describedby': `${id}-help` }),
    onInput: ({ currentTarget }) => onValue(currentTarget.value),
    ...rest,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="with">
        <input {...input} type={type as 'text'} />
        {children}
      </div>
      {help !== undefined && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  readonly onValue: (value: T) => void;
}

export function Select<T extends string>({ label, value, options, onValue }: SelectProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
