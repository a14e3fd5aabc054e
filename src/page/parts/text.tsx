/** @jsxImportSource preact */
/** Blocks of words and plain tables, as the reports have them. */
import type { ComponentChildren } from 'preact';
import type { ListView } from '../../questions/explain/words.ts';
import type { SheetCell, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { toneOf } from '../plots/figure.ts';

export function Section(props: {
  readonly id: string;
  readonly title: string;
  /** Not of the numbers as they are now. */
  readonly old?: string | undefined;
  /** Told for another case than the one at the top. */
  readonly supposed?: string | null;
  readonly children: ComponentChildren;
}) {
  const { id, title, old, supposed = null, children } = props;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {old !== undefined && (
        <p class="old" role="note">
          {old}
        </p>
      )}
      {supposed !== null && (
        <p class="old" role="note">
          {supposed}
        </p>
      )}
      {children}
    </section>
  );
}

export function List({ view }: { readonly view: ListView }) {
  return (
    <div class="list">
      <h3>{view.title}</h3>
      {view.intro !== '' && <p class="quiet">{view.intro}</p>}
      <dl>
        {view.rows.map(({ label, text }, k) => (
          <div key={k}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {view.notes.map((note, k) => (
        <p key={k} class="quiet">
          {note}
        </p>
      ))}
    </div>
  );
}

/** A report of plain tables, without its head and foot. */
export function Sheet({ view }: { readonly view: Pick<SheetView, 'headline' | 'sentences' | 'sections'> }) {
  return (
    <>
      <p>
        <strong>{view.headline}</strong> {view.sentences.join(' ')}
      </p>
      {view.sections.map((section, k) => (
        <SheetTable key={k} section={section} />
      ))}
    </>
  );
}

export function SheetTable({ section }: { readonly section: SheetSection }) {
  const { title, intro, columns, rows, notes } = section;
  return (
    <div class="list">
      <h3>{title}</h3>
      {intro !== '' && <p class="quiet">{intro}</p>}
      {rows.length > 0 && (
        <Scrolled label={title}>
          <table>
            <thead>
              <tr>
                {columns.map(({ heading, kind }, k) => (
                  <th key={k} scope="col" class={kind}>
                    {heading === '' ? <span class="unseen">as a bar</span> : heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ cells, color }, k) => (
                <tr key={k}>
                  {cells.map((cell, c) => (
                    <td key={c} class={columns[c]!.kind}>
                      <Cell cell={cell} color={color} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      {notes.map((note, k) => (
        <p key={k} class="quiet">
          {note}
        </p>
      ))}
    </div>
  );
}

function Cell({ cell, color }: { readonly cell: SheetCell; readonly color: string | undefined }) {
  if (typeof cell === 'string') return <>{cell}</>;
  const { from, to, mark } = cell;
  const per = (share: number): string => `${(100 * share).toFixed(1)}%`;
  return (
    <span class="span" aria-hidden="true">
      <span style={{ left: per(from), width: per(Math.max(0.01, to - from)), background: toneOf(color) }} />
      {mark !== null && <i style={{ left: per(mark) }} />}
    </span>
  );
}

/** What is too wide for a phone scrolls by itself, also with the keyboard. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="scrolled" role="region" aria-label={`Table: ${label}`} tabIndex={0}>
      {children}
    </div>
  );
}
