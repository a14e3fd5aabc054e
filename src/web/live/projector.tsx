/** @jsxImportSource preact */
/** The program of the projector's page. */
import { Projector } from '../pages/projector.tsx';
import type { ProjectorView } from '../wire.ts';
import { useLine } from './line.ts';
import { start } from './start.tsx';

function LiveProjector({
  about,
  view: first,
}: {
  readonly about: { readonly title: string };
  readonly view: ProjectorView;
}) {
  const { view, trouble } = useLine('/projector/live', first);
  return <Projector title={about.title} view={view} trouble={trouble} />;
}

start(LiveProjector);
