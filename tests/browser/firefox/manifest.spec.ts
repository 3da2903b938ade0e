import { test } from '@playwright/test';
import { expectAgreedManifest } from '../manifest.ts';

test('the manifest for Firefox requests storage, scripting and YouTube, and declares that no data is collected without consent', () => {
  expectAgreedManifest('firefox');
});
