// Runs before a page of ours is drawn for the first time, when its settings have not been read yet: the theme, text size and
// line spacing of the last time (kept by platform/storage/last-appearance.ts) go where entrypoints/shared/use-appearance.ts puts them.
try {
  const { theme, textSize, lineSpacing } = JSON.parse(localStorage.getItem('appearance') ?? '{}');
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  if (/^(?:small|large|verySmall|veryLarge)$/.test(textSize)) dataset.textSize = textSize;
  if (lineSpacing === 'close' || lineSpacing === 'wide') dataset.lineSpacing = lineSpacing;
} catch {
  // No storage, or not ours: the page begins as the system has it.
}
