/** @jsxImportSource preact */
/** The program of a seat's page. */
import { Room } from '../pages/room.tsx';
import type { CaseView, SeatView } from '../wire.ts';
import { useAwake, useLine, useSender } from './line.ts';
import { start } from './start.tsx';

function LiveRoom({ about, view: first }: { readonly about: CaseView; readonly view: SeatView }) {
  const { view, trouble } = useLine('/live', first);
  const awake = useAwake();
  const sender = useSender('/act');
  return <Room about={about} view={view} trouble={trouble ?? sender.trouble} send={awake ? sender.send : null} />;
}

start(LiveRoom);
