/** How many cases a property runs: few where a change lands, WINSET_SOAK times as many in a soak. */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env.WINSET_SOAK ?? 1));
}
