import { test } from '@playwright/test';
import { expectAgreedManifest } from './manifest.ts';

test('Chromium is asked for storage, side panel, scripting and YouTube, and for nothing else', () => {
  expectAgreedManifest('chrome');
});
