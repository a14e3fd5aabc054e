/** The report on what was asked: single numbers, drawn numbers, or stages. */
import type { SheetView } from '../../report/view/sheet.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import type { Shape } from '../question.ts';
import type { SensitivityCase } from './case.ts';
import { breakpointsSection, criticalSentences } from './breakpoints.ts';
import { smaaView } from './draws.ts';
import { stagesView } from './stages.ts';
import { tornadoView } from './tornado.ts';

export function sensitivityView(of: SensitivityCase, { all, command }: Omit<Shape, 'width'>): SheetView {
  const { smaa, tornado, stages } = of;
  const focus = wholeFocus(of.scenario, all, command);
  if (smaa !== null) return smaaView(smaa, focus);
  if (stages !== null) return stagesView(stages, focus);
  return tornadoView(tornado, focus, [breakpointsSection(tornado, focus)], criticalSentences(tornado));
}
