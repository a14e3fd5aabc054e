/** @jsxImportSource preact */
/** Why there is no deal: who refuses what, the demands that exclude each other, and the lists of an explanation. */
import type { PageAnswer, PageStudy } from '../content.ts';
import type { RefusalTable } from '../../report/view/knot.ts';
import { List, Scrolled, Section } from './text.tsx';

export interface WhyProps {
  readonly answer: PageAnswer;
  readonly lists: PageStudy['why'];
  readonly middle: PageStudy['middle'];
  readonly old: string | undefined;
}

export function Why({ answer, lists, middle, old }: WhyProps) {
  const { conflict } = answer.report;
  return (
    <>
      {conflict !== null && (
        <Section id="why" title={conflict.title}>
          {conflict.tables.map((table) => (
            <Refusals key={table.title} table={table} />
          ))}
          <ul class="clash">
            {conflict.demands.map(({ party, name, text }, k) => (
              <li key={k}>
                <b>{party}</b>
                <span>{name}</span>
                <q>{text}</q>
              </li>
            ))}
          </ul>
          <p>{conflict.closing}</p>
        </Section>
      )}
      {lists.length > 0 && (
        <Section id="explained" title="In more detail" old={old} supposed={middle}>
          {lists.map((view, k) => (
            <List key={k} view={view} />
          ))}
        </Section>
      )}
    </>
  );
}

function Refusals({ table }: { readonly table: RefusalTable }) {
  return (
    <Scrolled label={table.title}>
      <table>
        <caption>{table.title}</caption>
        <thead>
          <tr>
            <th scope="col">option</th>
            {table.parties.map((party) => (
              <th key={party} scope="col">
                {party}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label, cells }, k) => (
            <tr key={k}>
              <th scope="row">{label}</th>
              {cells.map((cell, party) => (
                <td key={party} class={cell}>
                  {cell === '' ? '·' : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{table.legend}</p>
    </Scrolled>
  );
}
