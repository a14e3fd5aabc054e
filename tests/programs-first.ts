/**
 * The order of the files of tests: those that start programs and threads take longest and wait most, so the small ones
 * fill what they leave at the end.
 */
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const STARTS_PROGRAMS = /tests\/(?:(?:cli|docs|jobs|mcp|oracle)|tui\/(?:interface|outside|terminal))\//u;

export class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFirst = ({ moduleId }: TestSpecification): boolean => STARTS_PROGRAMS.test(moduleId);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}
