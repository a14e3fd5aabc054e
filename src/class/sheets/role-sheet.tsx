/** @jsxImportSource preact */
/** The confidential sheet of one role: brief, score sheet, what no deal is worth, the least, room for notes and the result. */
import type { Sheet, SheetIssue, Threshold } from '../sheet.ts';

export function RoleSheet({ title, sheet }: { readonly title: string; readonly sheet: Sheet }) {
  const { name, brief, issues, noDeal, least, strict, extras, lines } = sheet;
  const best = issues.every(({ range }) => range === null);
  return (
    <section class="sheet">
      <Head
        left={title}
        right={<span class="secret">Confidential: for {name.replace(/^The (?=\S)/u, 'the ')} only</span>}
      />
      <h1>{name}</h1>
      {brief === null ? null : <Paragraphs text={brief} />}
      <div class="fact">
        <Worth label="Without a deal" threshold={noDeal} />
        <Worth label={strict ? 'Sign only for more than' : 'The least you sign for'} threshold={least} />
      </div>
      {lines.length === 0 ? null : (
        <>
          <h2>What you never sign</h2>
          <ul>
            {lines.map(({ id, words, why }) => (
              <li key={id}>
                {words}. {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Your score sheet</h2>
      <p>
        A deal gives you the points of its options, added up
        {extras.length === 0 ? '' : ', and what stands below the table'}.
        {best ? ' The more the better.' : ' Numbers between those that are listed are possible, too.'}
      </p>
      <table>
        <thead>
          <tr>
            <th>issue</th>
            <th>option</th>
            <th class="points">points</th>
            <th class="tick">deal</th>
          </tr>
        </thead>
        <tbody>{issues.flatMap(rowsOf)}</tbody>
      </table>
      {extras.length === 0 ? null : (
        <>
          <h3>Added to that</h3>
          <ul>
            {extras.map(({ words, written, why }) => (
              <li key={words}>
                {written} with {words}. {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="quiet">
        Points say what a deal is worth to you. They cannot be compared with the points of others. You may say about
        this sheet what you like; you may not show it.
      </p>
      <h2>Notes</h2>
      <div class="space tall" />
      <h2>Result</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">my points for our deal</th>
            <td class="points" />
            <th scope="row">above or below my least</th>
            <td class="points" />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function rowsOf({ id, title, point, only, why, options, range }: SheetIssue) {
  return options.map((option, k) => (
    <tr key={`${id} ${option.id}`}>
      {k === 0 ? (
        <th scope="rowgroup" rowSpan={options.length}>
          {point === null ? '' : `${point}. `}
          {title}
          {only === null ? null : <div class="quiet">{only}</div>}
          {range === null ? null : (
            <div class="quiet">
              any number from {range.from} to {range.to}
            </div>
          )}
          {why === null ? null : <div class="quiet">{why}</div>}
        </th>
      ) : null}
      <td>
        {option.label}
        {option.text === null ? null : <div class="quiet">{option.text}</div>}
      </td>
      <td class="points">{option.written}</td>
      <td class="tick" />
    </tr>
  ));
}

function Worth({ label, threshold: { written, why } }: { readonly label: string; readonly threshold: Threshold }) {
  return (
    <p>
      <strong>
        {label}: {written} points.
      </strong>{' '}
      {why}
    </p>
  );
}

export function Head({ left, right }: { readonly left: string; readonly right: preact.ComponentChildren }) {
  return (
    <div class="head">
      <span>{left}</span>
      <span>{right}</span>
    </div>
  );
}

export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n\s*\n|\n{1,}/).map((part, k) => (
        <p key={k}>{part.trim()}</p>
      ))}
    </>
  );
}
