/** @jsxImportSource preact */
/** The sheets that are the same for every role: what everybody knows, preparing, watching, and the result of a team. */
import type { Scenario } from '../../scenario/scenario.ts';
import { Head } from './role-sheet.tsx';

/** `html` is trusted: made by `markdownHtml`. */
export function PublicSheet({ title, html }: { readonly title: string; readonly html: string }) {
  return (
    <section class="sheet">
      <Head left={title} right="For everybody" />
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

const PACKAGES = ['The best I can hope for', 'A package that both could like', 'The least I could defend'];

export function PreparationSheet({ scenario }: { readonly scenario: Scenario }) {
  const { title, parties, issues } = scenario;
  return (
    <section class="sheet">
      <Head left={title} right="Preparation: for yourself, not to be shown" />
      <h1>Before you talk</h1>
      <p>My role: ______________________________</p>
      <h2>Without a deal</h2>
      <p>What I do then, what it is worth to me, and how sure that is:</p>
      <div class="space" />
      <p>My least, and what I aim for:</p>
      <div class="line" />
      <h2>The others</h2>
      <table>
        <thead>
          <tr>
            <th>who</th>
            <th>without a deal they would</th>
            <th>what matters most to them (a guess)</th>
            <th>what I will ask them</th>
          </tr>
        </thead>
        <tbody>
          {parties.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <div class="line" />
              </td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <h2>Three packages</h2>
      <table>
        <thead>
          <tr>
            <th>issue</th>
            {PACKAGES.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <th scope="row">{issue.title}</th>
              {PACKAGES.map((name) => (
                <td key={name} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">my points</th>
            {PACKAGES.map((name) => (
              <td key={name} />
            ))}
          </tr>
        </tbody>
      </table>
      <h2>What I will not say, and what I will say first</h2>
      <div class="space" />
    </section>
  );
}

const WATCHED = [
  'Who asked what the others need? When?',
  'Who revealed something about the own sheet? What came back?',
  'Which line was drawn, and when did it fall? What for?',
  'The first offer on the table: whose, which?',
  'Issue by issue, or packages?',
  'Who spoke with whom apart from the others?',
  'What made the agreement, or what stood in its way?',
];

export function ObserverSheet({ title }: { readonly title: string }) {
  return (
    <section class="sheet">
      <Head left={title} right="For those who watch" />
      <h1>What I saw</h1>
      <p>Team: __________ Watch and write; say nothing before the debrief.</p>
      <table>
        <thead>
          <tr>
            <th>what</th>
            <th class="points">minute</th>
            <th>who, and what was said</th>
          </tr>
        </thead>
        <tbody>
          {WATCHED.map((what) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td />
              <td>
                <div class="line" />
                <div class="line" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One for each team; the ids are what `winset class enter` reads. */
export function ResultForm({ scenario, options }: { readonly scenario: Scenario; readonly options: OptionWords }) {
  const { title, parties, issues } = scenario;
  return (
    <section class="sheet">
      <Head left={title} right="Result of a team" />
      <h1>What we agreed</h1>
      <p>Team: __________ Minute of the agreement: __________</p>
      <p>Mark one option of each issue, or &ldquo;no deal&rdquo;. Points stay on your own sheets.</p>
      <table>
        <tbody>
          {issues.map((issue, k) => (
            <tr key={issue.id}>
              <th scope="row">{issue.title}</th>
              <td>
                {options(k).map((option) => (
                  <span key={option} class="option">
                    {option}
                  </span>
                ))}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">no deal</th>
            <td>&#9744; We did not agree.</td>
          </tr>
        </tbody>
      </table>
      <h2>Signatures</h2>
      <table>
        <tbody>
          {parties.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="wide">
                <div class="line" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The options of an issue by its number, to be marked: "☐ with limits [limits]". */
export type OptionWords = (issue: number) => readonly string[];
