/** @jsxImportSource preact */
/** The time that is left, counted down on the page from what the server said last. */
import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../wire.ts';

const SECOND = 1000;

export function Clock({ clock, big = false }: { readonly clock: ClockView; readonly big?: boolean }) {
  const left = useLeft(clock);
  return (
    <p class={big ? 'clock big' : 'clock'} role="timer">
      <span class="time">{clock.phase === 'before' ? timeText(clock.minutes * 60 * SECOND) : timeText(left)}</span>{' '}
      <span class="phase">{phaseWords(clock, left)}</span>
    </p>
  );
}

/** Milliseconds left now. */
export function useLeft(clock: ClockView): number {
  const [left, setLeft] = useState(clock.left);
  useEffect(() => {
    setLeft(clock.left);
    if (clock.phase !== 'running') return;
    // The clock of the device may be wrong, but it runs as fast as any other.
    const began = performance.now();
    const timer = setInterval(() => setLeft(Math.max(0, clock.left - (performance.now() - began))), SECOND / 4);
    return () => clearInterval(timer);
  }, [clock]);
  return left;
}

/** Whether anything can be done at a table now. */
export function isOpen({ phase }: ClockView, left: number): boolean {
  return phase === 'running' && left > 0;
}

function timeText(left: number): string {
  const seconds = Math.ceil(left / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function phaseWords({ phase }: ClockView, left: number): string {
  switch (phase) {
    case 'before':
      return 'not started yet';
    case 'paused':
      return 'paused by the instructor';
    case 'closed':
      return 'closed';
    case 'running':
      return left > 0 ? 'left' : 'time is up';
  }
}
