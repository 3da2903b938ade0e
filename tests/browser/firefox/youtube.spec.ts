import { firefoxWorld } from '../firefox-world.ts';
import { describeSituations } from '../situations.ts';

describeSituations(firefoxWorld);
