/** @jsxImportSource preact */
/** The deals clause by clause, with who likes and who swallows each, and the drafts beside them. */
import { useState } from 'preact/hooks';
import type { ClauseLine, ClauseTable } from '../clause-table.ts';
import type { PageRest } from '../content.ts';
import type { DraftsView } from '../../report/view/drafts.ts';
import type { PointsView } from '../../questions/solve/points.ts';
import { Scrolled, Section } from './text.tsx';

export interface ClausesProps {
  readonly table: ClauseTable;
  readonly isLive: boolean;
  readonly locked: (issue: string) => string | null;
  readonly lockable: (issue: string) => readonly { readonly id: string; readonly label: string }[];
  readonly lock: (issue: string, option: string | null) => void;
}

export function Clauses({ table, isLive, locked, lockable, lock }: ClausesProps) {
  const [sought, seek] = useState('');
  const [group, pick] = useState('');
  const fits = (row: ClauseLine): boolean =>
    [row.title, ...row.variants.map(({ option }) => option)].join(' ').toLowerCase().includes(sought.toLowerCase());
  const groups = table.groups
    .filter(({ name }) => group === '' || name === group)
    .map(({ name, rows }) => ({ name, rows: rows.filter(fits) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Section id="clauses" title={table.title}>
      <p class="quiet">{table.intro}</p>
      {isLive && (
        <p class="tools">
          <label>
            Search <input type="search" value={sought} onInput={(event) => seek(event.currentTarget.value)} />
          </label>
          {table.groups.length > 1 && (
            <label>
              Group{' '}
              <select value={group} onChange={(event) => pick(event.currentTarget.value)}>
                <option value="">all</option>
                {table.groups.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </p>
      )}
      <Scrolled label={table.title}>
        <table class="clauses">
          <thead>
            <tr>
              <th scope="col">issue</th>
              <th scope="col">clause</th>
              <th scope="col">likes</th>
              <th scope="col">swallows</th>
              {isLive && <th scope="col">held</th>}
              {table.drafts.map(({ id, title }) => (
                <th key={id} scope="col" class="draft" title={title}>
                  {id}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ name, rows }) => (
            <tbody key={name}>
              {name !== '' && (
                <tr>
                  <th class="group" scope="rowgroup" colSpan={4 + (isLive ? 1 : 0) + table.drafts.length}>
                    {name}
                  </th>
                </tr>
              )}
              {rows.flatMap((row) =>
                row.variants.map((variant, v) => (
                  <tr key={`${row.issue}/${v}`}>
                    {v === 0 && (
                      <th scope="row" rowSpan={row.variants.length}>
                        {row.point !== '' && <span class="quiet">{row.point} </span>}
                        {row.title}
                      </th>
                    )}
                    <td>
                      {variant.letters !== '' && <b>{variant.letters} </b>}
                      {variant.option}
                    </td>
                    <td>{variant.likes.join(', ')}</td>
                    <td>{variant.swallows.join(', ')}</td>
                    {isLive && v === 0 && (
                      <td rowSpan={row.variants.length}>
                        <Lock row={row} options={lockable(row.issue)} held={locked(row.issue)} lock={lock} />
                      </td>
                    )}
                    {v === 0 &&
                      row.drafts.map((option, d) => (
                        <td key={d} class="draft" rowSpan={row.variants.length}>
                          {option ?? <span class="quiet">open</span>}
                        </td>
                      ))}
                  </tr>
                )),
              )}
            </tbody>
          ))}
        </table>
      </Scrolled>
    </Section>
  );
}

function Lock(props: {
  readonly row: ClauseLine;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly held: string | null;
  readonly lock: ClausesProps['lock'];
}) {
  const { row, options, held, lock } = props;
  if (options.length === 0) return null;
  return (
    <select
      aria-label={`Hold ${row.title}`}
      value={held ?? ''}
      onChange={(event) => lock(row.issue, event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="">free</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function Drafts({ view }: { readonly view: DraftsView }) {
  return (
    <Section id="drafts" title={view.title}>
      <p class="quiet">{view.intro}</p>
      <Scrolled label={view.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">draft</th>
              {view.parties.map((party) => (
                <th key={party} scope="col">
                  {party}
                </th>
              ))}
              <th scope="col">how it stands</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.title}</th>
                {row.cells.map(({ utility, word, refuses }, k) => (
                  <td key={k} class={refuses ? 'no' : ''}>
                    {utility} {word}
                  </td>
                ))}
                <td>
                  {row.summary}
                  {row.refusals.map(({ party, text }) => (
                    <p key={party}>
                      <b>{party}</b>: {text}
                    </p>
                  ))}
                  {row.beatenBy !== null && <p class="quiet">{row.beatenBy}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {view.note !== null && <p>{view.note}</p>}
    </Section>
  );
}

export function Standing({ report }: { readonly report: PageRest['report'] }) {
  const { points, blockers } = report;
  return (
    <>
      {points !== null && <Points view={points} />}
      {blockers !== null && (
        <Section id="blockers" title={blockers.title}>
          <p class="quiet">{blockers.intro}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">party</th>
                <th scope="col" class="figure">
                  deals
                </th>
                <th scope="col" class="figure">
                  of all
                </th>
              </tr>
            </thead>
            <tbody>
              {blockers.rows.map(({ party, deals, share }) => (
                <tr key={party}>
                  <th scope="row">{party}</th>
                  <td class="figure">{deals}</td>
                  <td class="figure">{share}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}

function Points({ view }: { readonly view: PointsView }) {
  return (
    <Section id="points" title={view.title}>
      <p>{view.intro}</p>
      {view.settled.length > 0 && (
        <dl>
          {view.settled.map(({ issue, option }) => (
            <div key={issue}>
              <dt>{issue}</dt>
              <dd>{option}</dd>
            </div>
          ))}
        </dl>
      )}
      {view.open.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">open issue</th>
              <th scope="col">options in some deal</th>
              <th scope="col">in no deal</th>
            </tr>
          </thead>
          <tbody>
            {view.open.map(({ issue, options }) => (
              <tr key={issue}>
                <th scope="row">{issue}</th>
                <td>{options.map(({ label, percent }) => `${label} ${percent}`.trim()).join('; ')}</td>
                <td>{view.dead.find((row) => row.issue === issue)?.options ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {[view.openHidden, view.deadHidden].map((note, k) => note !== null && <p key={k}>{note}</p>)}
    </Section>
  );
}
