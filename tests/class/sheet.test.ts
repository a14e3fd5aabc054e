import { expect, it } from 'vitest';
import { sheetOf } from '../../src/class/sheet.ts';
import { shippedGame } from './support.ts';

it('a sheet says what stands in the file of the role', () => {
  const sheet = sheetOf(shippedGame('quarry-dispute'), null, 'residents');
  expect(sheet.noDeal.written).toBe('45');
  expect(sheet.least.written).toBe('55');
  expect(sheet.issues[0]?.options.map(({ label, points }) => [label, points])).toEqual([
    ['4 hectares', 22],
    ['8 hectares', 14],
    ['12 hectares', 0],
  ]);
  expect(sheet.lines[0]?.words).toContain('8 hectares or 12 hectares');
});
