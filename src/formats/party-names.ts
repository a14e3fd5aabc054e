/** Names of parties from names of files. */

/**
 * A number before all of them ("1-seller", "2-buyer") gives the order alone and goes, as in files that winset writes;
 * else the domain's name before them goes ("laptopBuyer", "laptop_seller"), where what is left still tells them apart.
 */
export function sharedStart(names: readonly string[], domain: string): readonly string[] {
  const numbered = names.map((name) => /^\d{1,2}[-_ ](?=.)(.*)$/.exec(name)?.[1] ?? null);
  if (numbered.every((name) => name !== null)) return numbered.map(String);
  const base = domain.replace(/[-_ ]?(domain|template)$/i, '');
  const cut = names.map((name) => {
    const rest = name.toLowerCase().startsWith(base.toLowerCase()) ? name.slice(base.length) : '';
    return base !== '' && /^([-_ ]|\p{Lu}|\d)/u.test(rest) ? rest.replace(/^[-_ ]+/, '') : name;
  });
  const tellsApart = new Set(cut).size === names.length && cut.every((name) => /\p{L}/u.test(name));
  return tellsApart ? cut : names;
}

/** Names of files that keep the order of the parties and lead back to their names. */
export function partyFiles(names: readonly string[]): readonly string[] {
  return names.map((name, k) => `${k + 1}-${fileName(name)}`);
}

/** What every file system takes. */
export function fileName(name: string): string {
  const plain = name
    .replaceAll(/[\\/:*?"<>|]/g, '-')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
    .slice(0, 80);
  return plain === '' ? 'party' : plain;
}
