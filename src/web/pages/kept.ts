/** State of a page that outlives a reload, on the device alone and until the window is closed. */
import { useEffect, useState } from 'preact/hooks';

/** As `useState`; what was kept under the name is there a moment after the page has begun. */
export function useKept<T>(name: string, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState(first);
  useEffect(() => {
    const kept = sessionStorage.getItem(name);
    if (kept === null) return;
    const read: T = JSON.parse(kept);
    setValue(read);
  }, [name]);
  const keep = (next: T): void => {
    setValue(next);
    sessionStorage.setItem(name, JSON.stringify(next));
  };
  return [value, keep];
}
