import type { ReactNode } from 'react';
import { inLanguage } from '../shared/in-language.ts';

interface SwitchProps<T extends string> {
  readonly legend: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly name: (option: T) => string;
  /** A word on an option, in the viewer's language. */
  readonly mark?: (option: T) => string | null;
  /** The options are language tags, each named in itself. */
  readonly inItsLanguage?: boolean;
  readonly onChoose: (option: T) => void;
}

/** One of a few, all in sight. */
export function Switch<T extends string>({
  legend,
  options,
  chosen,
  name,
  mark,
  inItsLanguage,
  onChoose,
}: SwitchProps<T>): ReactNode {
  return (
    <fieldset className="switch">
      <legend className="unseen">{legend}</legend>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={option === chosen} onClick={() => onChoose(option)}>
          <span {...inLanguage(inItsLanguage ? option : undefined)}>{name(option)}</span>
          {mark?.(option) && <small> {mark(option)}</small>}
        </button>
      ))}
    </fieldset>
  );
}
