/** Points of a party whose range is about 100, as reports and screens write them. */
import * as text from '../../src/report/text/points.ts';

export const points = (value: number): string => text.points(value, text.TENTHS);
export const signedPoints = (value: number): string => text.signedPoints(value, text.TENTHS);
/** A threshold or what it may be. */
export const stated = (value: number, rounding: text.Rounding = 'nearest'): string =>
  text.statedPoints(value, text.TENTHS, rounding);
/** What is allowed. */
export const upTo = (value: number): string => text.atMostPoints(value, text.TENTHS);
/** What it takes. */
export const atLeast = (value: number): string => text.atLeastPoints(value, text.TENTHS);
/** The slack in a table or a border. */
export const slack = (value: number): string => text.flooredPoints(value, text.TENTHS);
