/**
 * The order of the files of tests: those that start programs and threads take longest and wait most, so the small ones
 * fill what they leave at the end. While the first of them builds the program, the other workers have something else to
 * do.
 */
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const STARTS_PROGRAMS = /tests\/(?:(?:cli|docs|jobs|mcp|oracle|tui\/(?:interface|outside|terminal))\/|class\/record)/u;

export class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isProgram = ({ moduleId }: TestSpecification): boolean => STARTS_PROGRAMS.test(moduleId);
    const programs = sorted.filter(isProgram);
    const others = sorted.filter((file) => !isProgram(file));
    const meanwhile = programs.length === 0 ? 0 : this.ctx.config.maxWorkers - 1;
    return [...programs.slice(0, 1), ...others.slice(0, meanwhile), ...programs.slice(1), ...others.slice(meanwhile)];
  }
}
