import { chromiumWorld } from './chromium-world.ts';
import { describeSituations } from './situations.ts';

describeSituations(chromiumWorld);
