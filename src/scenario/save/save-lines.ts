/** Red lines that go, come, are called something else or stand in another order, in the texts of a scenario. */
import { isMap, isScalar, isSeq } from 'yaml';
import { renamedLines } from '../edit/structure/red-lines.ts';
import type { Scenario } from '../scenario.ts';
import { plainRedLine } from './plain-data.ts';
import { placesIn, reorderEntries } from './reorder.ts';
import { changeList, scalarIn } from './save-party.ts';
import type { Block, Texts } from './structure-blocks.ts';
import { bodies, changesOfParties, dropItems, dropNames, has, idsOf, placesOf } from './structure-blocks.ts';
import { replaceNode, valueIn } from './text-patch.ts';

/** Those that the party has no more. */
export function dropLines({ target, block, id }: Block, { parties }: Scenario): void {
  const list = valueIn(block, 'redLines');
  const left = parties.find((party) => party.id === id)?.redLines ?? [];
  const ids = isSeq(list) ? list.items.map((item) => ({ id: scalarIn(item, 'id').value })) : [];
  dropItems(
    target,
    list,
    placesOf(
      ids,
      idsOf(ids).filter((own) => !has(left, own)),
    ),
  );
}

/** Those that are gone from the file are dropped by no stage any more: the first to speak of one has nothing left to drop. */
export function dropLinesAtStages(texts: Texts, base: Scenario, party: string, gone: readonly string[]): void {
  const left = new Set(gone);
  for (const { target, block, id } of changesOfParties(texts, base, [])) {
    if (id !== party) continue;
    const [drawn, dropped] = ['redLines', 'dropRedLines'].map((key) => valueIn(block, key));
    dropNames(target, dropped ?? null, [...left]);
    const spoken = [
      ...(isSeq(drawn) ? drawn.items.map((item) => scalarIn(item, 'id').value) : []),
      ...(isSeq(dropped) ? dropped.items.map((item) => (isScalar(item) ? String(item.value) : '')) : []),
    ];
    for (const line of spoken) left.delete(line);
  }
}

/** Those that do not stand there yet, at the end. */
export function addLines({ target, block, id }: Block, { parties }: Scenario): void {
  const list = valueIn(block, 'redLines');
  const standing = isSeq(list) ? list.items.map((item) => scalarIn(item, 'id').value) : [];
  const fresh = parties.find((party) => party.id === id)?.redLines.filter((line) => !standing.includes(line.id)) ?? [];
  if (isMap(block)) changeList(target, block, 'redLines', [], fresh.map(plainRedLine));
}

/** Red lines under another name, wherever the party's block and stages speak of them. */
export function renameLines(texts: Texts, base: Scenario, present: Scenario): void {
  for (const { target, block, id } of [...bodies(texts, base), ...changesOfParties(texts, base, [])]) {
    const named = renamedLines(base, present, id);
    const [drawn, dropped] = ['redLines', 'dropRedLines'].map((key) => valueIn(block, key));
    const nodes = [
      ...(isSeq(drawn) ? drawn.items.map((item) => valueIn(item, 'id')) : []),
      ...(isSeq(dropped) ? dropped.items : []),
    ];
    for (const node of nodes) {
      const to = isScalar(node) ? named.get(String(node.value)) : undefined;
      if (isScalar(node) && to !== undefined) replaceNode(target, node, to);
    }
  }
}

/** Red lines in another order, called by now what they are called. */
export function orderLines(texts: Texts, base: Scenario, present: Scenario): void {
  for (const { target, block, id } of bodies(texts, base)) {
    const list = valueIn(block, 'redLines');
    const party = present.parties.find((own) => own.id === id);
    if (!isSeq(list) || party === undefined) continue;
    const standing = list.items.map((item) => scalarIn(item, 'id').value);
    reorderEntries(
      target,
      list,
      placesIn(
        standing,
        party.redLines.map((line) => line.id),
      ),
    );
  }
}
