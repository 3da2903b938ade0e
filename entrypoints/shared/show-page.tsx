import '../../components/tokens.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { FailureBoundary } from '../../components/shared/failure.tsx';

/**
 * Shows a page of ours, and what to do when it breaks.
 * @param make Makes the page with all it needs; what it throws is shown like what breaks later.
 */
export function showPage(make: () => ReactNode): void {
  const root = document.getElementById('root');
  if (!root) return;
  const { version } = browser.runtime.getManifest();
  const about = [`Sleevenotes ${version}`, location.pathname, navigator.userAgent].join('\n');
  createRoot(root).render(
    <StrictMode>
      <FailureBoundary about={about} onReload={() => location.reload()}>
        {made(make)}
      </FailureBoundary>
    </StrictMode>,
  );
}

function made(make: () => ReactNode): ReactNode {
  try {
    // That of our words, which is not the browser's where we do not speak it.
    document.documentElement.lang = i18n.t('locale');
    return make();
  } catch (error) {
    return <Broken error={error} />;
  }
}

/** Hands on to the boundary what broke before there was anything to show. */
function Broken({ error }: { readonly error: unknown }): never {
  throw error;
}
