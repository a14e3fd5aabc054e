/** @jsxImportSource preact */
/** The program of the instructor's page. */
import { Instructor } from '../pages/instructor.tsx';
import type { CaseView, InstructorView } from '../wire.ts';
import { useAwake, useLine, useSender } from './line.ts';
import { start } from './start.tsx';

function LiveInstructor({ about, view: first }: { readonly about: CaseView; readonly view: InstructorView }) {
  const { view, trouble } = useLine('/instructor/live', first);
  const awake = useAwake();
  const sender = useSender('/instructor/act');
  return <Instructor about={about} view={view} trouble={trouble ?? sender.trouble} send={awake ? sender.send : null} />;
}

start(LiveInstructor);
