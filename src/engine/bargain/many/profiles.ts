/** Profiles of a tournament, one strategy for each party, by their numbers. */

/** Number of profiles of these menus. */
export function profileCount(menus: readonly (readonly unknown[])[]): number {
  return menus.reduce((count, menu) => count * menu.length, 1);
}

/** By party, the place in its menu: profiles are counted with the last party's strategy changing first. */
export function profileOf(menus: readonly (readonly unknown[])[], number: number): readonly number[] {
  let rest = number;
  return menus
    .toReversed()
    .map(({ length }) => {
      const place = rest % length;
      rest = Math.floor(rest / length);
      return place;
    })
    .reverse();
}
