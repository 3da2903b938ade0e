import { test } from '@playwright/test';
import { expectAgreedManifest } from '../manifest.ts';

test('Firefox is asked for storage, scripting and YouTube, opens nothing at install and collects nothing unasked', () => {
  expectAgreedManifest('firefox');
});
