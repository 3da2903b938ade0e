import '../../components/tokens.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { FailureBoundary } from '../../components/shared/failure.tsx';

/**
 * Shows a page of ours, and what to do when it breaks.
 * @param make Makes the page with all it needs, when there is something to show; what it throws is shown like what breaks
 * later.
 */
export async function showPage(make: () => ReactNode | Promise<ReactNode>): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  const { version } = browser.runtime.getManifest();
  const about = [`Sleevenotes ${version}`, location.pathname, navigator.userAgent].join('\n');
  const making = made(make);
  // While what is to be shown is on its way.
  const shown = createRoot(root);
  const page = await making;
  shown.render(
    <StrictMode>
      <FailureBoundary about={about} onReload={() => location.reload()}>
        {page}
      </FailureBoundary>
    </StrictMode>,
  );
}

async function made(make: () => ReactNode | Promise<ReactNode>): Promise<ReactNode> {
  try {
    // That of our words, which is not the browser's where we do not speak it.
    document.documentElement.lang = i18n.t('locale');
    return await make();
  } catch (error) {
    return <Broken error={error} />;
  }
}

/** Hands on to the boundary what broke before there was anything to show. */
function Broken({ error }: { readonly error: unknown }): never {
  throw error;
}
