import type { ReactNode } from 'react';
import './search-field.css';

interface SearchFieldProps {
  readonly value: string;
  readonly label: string;
  readonly onChange: (value: string) => void;
  /** The result in a few words; its line keeps its place when empty. */
  readonly children?: ReactNode;
}

/** A field that filters the content below it. */
export function SearchField({ value, label, onChange, children }: SearchFieldProps): ReactNode {
  return (
    <search className="search">
      <input
        type="search"
        value={value}
        placeholder={label}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {children !== undefined && (
        <p className={value === '' ? 'unseen' : 'search-count'} role="status">
          {children}
        </p>
      )}
    </search>
  );
}
