/** All screens, each where it begins. */
import { mount } from '../model/mounted.ts';
import type { Screens } from '../model/model.ts';
import { bargainScreen } from './bargain/index.ts';
import { compareScreen } from './compare/index.ts';
import { dealScreen } from './deal/index.ts';
import { frontierScreen } from './frontier/index.ts';
import { overviewScreen } from './overview/index.ts';
import { pointsScreen } from './points/index.ts';
import { sensitivityScreen } from './sensitivity/index.ts';
import { stagesScreen } from './stages/index.ts';
import { structureScreen } from './structure/index.ts';
import { weightsScreen } from './weights/index.ts';
import { whyScreen } from './why/index.ts';

export function mountScreens(): Screens {
  return {
    overview: mount(overviewScreen),
    weights: mount(weightsScreen),
    points: mount(pointsScreen),
    deal: mount(dealScreen),
    frontier: mount(frontierScreen),
    why: mount(whyScreen),
    sensitivity: mount(sensitivityScreen),
    stages: mount(stagesScreen),
    bargain: mount(bargainScreen),
    structure: mount(structureScreen),
    compare: mount(compareScreen),
  };
}
