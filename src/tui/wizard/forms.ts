/** The form of every step. */
import type { Step } from '../../making/step.ts';
import { openThings } from '../../making/step.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Form } from './form.ts';
import { askForm } from './interview-forms.ts';
import {
  issueForm,
  nameForm,
  optionForm,
  partyForm,
  retitleForm,
  statusQuoForm,
  titleForm,
  whoseForm,
} from './structure-forms.ts';

/** `alone`: one party of a scenario that exists is asked. */
export function formOf(scenario: Scenario | null, step: Step, alone: boolean): Form {
  if (scenario === null || step.kind === 'title') return titleForm();
  switch (step.kind) {
    case 'retitle':
      return retitleForm(scenario);
    case 'name':
      return nameForm(scenario, step.party);
    case 'party':
      return partyForm(scenario);
    case 'issue':
      return issueForm(scenario);
    case 'option':
      return optionForm(scenario, step.issue);
    case 'statusQuo':
      return statusQuoForm(scenario, step.issue);
    case 'whose':
      return whoseForm(scenario);
    case 'ask':
      return askForm(scenario, step.party, step.next);
    case 'said':
      return saidForm(scenario, step.party, alone);
    case 'done':
      return doneForm(scenario);
  }
}

function saidForm(scenario: Scenario, party: number, alone: boolean): Form {
  const { name, disagreement } = scenario.parties[party]!;
  const { low = disagreement.value, high = disagreement.value } = disagreement;
  const least = low === high ? `${low}` : `between ${low} and ${high}`;
  return {
    heading: name,
    question: `That is all that ${name} is asked.`,
    help: [`No deal is worth ${least} points to ${name}; it signs for no less.`],
    sofar: [],
    entry: { kind: 'end', label: alone ? 'end' : 'go on' },
  };
}

function doneForm(scenario: Scenario): Form {
  const open = openThings(scenario).filter((count) => count > 0).length;
  return {
    heading: 'That is all',
    question: open === 0 ? 'Everything is said.' : 'What is not said yet stays "not yet valued".',
    help: ['The files are written. The next commands are printed when you leave.'],
    sofar: [],
    entry: { kind: 'end', label: 'end' },
  };
}
