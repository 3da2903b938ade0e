import { Component, type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import './failure.css';

interface FailureProps {
  /** The report that the viewer may copy and send; nothing is sent automatically. */
  readonly report: string;
  readonly onReload: () => void;
}

/** Shown in place of a page that broke. */
function Failure({ report, onReload }: FailureProps): ReactNode {
  const [copied, setCopied] = useState(false);
  return (
    <main className="failure">
      <div role="alert">
        <h1>{i18n.t('failure.title')}</h1>
        <p>{i18n.t('failure.text')}</p>
      </div>
      <p className="failure-actions">
        <button type="button" className="primary" onClick={onReload}>
          {i18n.t('failure.reload')}
        </button>
        <button type="button" onClick={() => void navigator.clipboard.writeText(report).then(() => setCopied(true))}>
          {i18n.t(copied ? 'failure.copied' : 'failure.copy')}
        </button>
      </p>
      <details>
        <summary>{i18n.t('failure.report')}</summary>
        <pre>{report}</pre>
      </details>
    </main>
  );
}

interface FailureBoundaryProps {
  /** Says which page, version and browser, for the report. */
  readonly about: string;
  readonly onReload: () => void;
  readonly children: ReactNode;
}

/** Catches errors while rendering, so that the viewer never sees an empty page. */
export class FailureBoundary extends Component<FailureBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return <Failure report={`${this.props.about}\n${words}`} onReload={this.props.onReload} />;
  }
}
