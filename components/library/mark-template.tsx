import { type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import {
  EXAMPLE_TEMPLATE,
  MARK_PLACEHOLDERS,
  unknownPlaceholders,
  VIDEO_PLACEHOLDERS,
} from '../../core/export/marks-template.ts';
import { LONGEST_TEMPLATE } from '../../core/settings/settings.ts';

interface MarkTemplateProps {
  /** Empty: the example. */
  readonly template: string;
  readonly onChange: (template: string) => void;
}

const named = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(' ');

/** The template for vaults; kept when the field is left. */
export function MarkTemplate({ template, onChange }: MarkTemplateProps): ReactNode {
  const hint = useId();
  const [typed, setTyped] = useState(template || EXAMPLE_TEMPLATE);
  const unknown = unknownPlaceholders(typed);
  const keep = (text: string) => onChange(text === EXAMPLE_TEMPLATE ? '' : text);
  return (
    <details className="mark-actions">
      <summary>{i18n.t('myMarks.template')}</summary>
      <p className="facts" id={hint}>
        {i18n.t('myMarks.templateHint', [
          named(VIDEO_PLACEHOLDERS),
          '{{marks}}',
          '{{/marks}}',
          named(MARK_PLACEHOLDERS),
        ])}
      </p>
      <textarea
        rows={10}
        spellCheck={false}
        maxLength={LONGEST_TEMPLATE}
        aria-label={i18n.t('myMarks.template')}
        aria-describedby={hint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => keep(typed)}
      />
      <p className="facts" role="status">
        {unknown.length > 0 ? i18n.t('myMarks.templateUnknown', [named(unknown)]) : ''}
      </p>
      <button
        type="button"
        onClick={() => {
          setTyped(EXAMPLE_TEMPLATE);
          keep(EXAMPLE_TEMPLATE);
        }}
      >
        {i18n.t('myMarks.templateReset')}
      </button>
    </details>
  );
}
