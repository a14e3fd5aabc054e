/** Minimal sets of demands that cannot hold together, found by asking an oracle (QuickXplain, Junker 2004). */

/**
 * A minimal subset of the candidates that cannot hold together: impossible as it is, possible once one of them goes.
 * All candidates together must be impossible. Where that is so without any candidate, the conflict is empty if there are
 * none to begin with; else none of them together must be possible.
 */
export function minimalConflict<T>(candidates: readonly T[], holds: (kept: readonly T[]) => boolean): readonly T[] {
  const search = (background: readonly T[], added: readonly T[], open: readonly T[]): readonly T[] => {
    // What was added since the background last held may by itself explain the conflict.
    if (added.length > 0 && !holds(background)) return [];
    if (open.length === 1) return open;
    const half = Math.floor(open.length / 2);
    const first = open.slice(0, half);
    const second = open.slice(half);
    const fromSecond = search([...background, ...first], first, second);
    const fromFirst = search([...background, ...fromSecond], fromSecond, first);
    return [...fromFirst, ...fromSecond];
  };
  return candidates.length === 0 ? [] : search([], [], candidates);
}
