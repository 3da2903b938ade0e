import { type ReactNode, useId } from 'react';

interface ChoicesProps<Value extends string> {
  readonly title: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choices<Value extends string>({
  title,
  hint,
  value,
  options,
  onChange,
}: ChoicesProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{title}</legend>
      {hint && <p className="facts">{hint}</p>}
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off. */
export function Switch({ label, checked, onChange }: SwitchProps): ReactNode {
  return (
    <label className="switch-row">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
