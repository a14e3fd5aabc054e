/** @jsxImportSource preact */
/** What the numbers rest on, and the sources as notes at the end. */
import type { Grounds as GroundsView } from '../grounds.ts';
import { Scrolled, Section } from './text.tsx';

export function Grounds({ view, footer }: { readonly view: GroundsView; readonly footer: readonly string[] }) {
  return (
    <Section id="grounds" title="What the numbers rest on">
      <p>{view.sentence}</p>
      {view.parties.map(({ name, rows }) => (
        <details key={name}>
          <summary>{name}</summary>
          <Scrolled label={name}>
            <table>
              <thead>
                <tr>
                  <th scope="col">what</th>
                  <th scope="col">says</th>
                  <th scope="col">rests on</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ what, says, ground, why, sources }, k) => (
                  <tr key={k}>
                    <th scope="row">{what}</th>
                    <td>{says}</td>
                    <td>
                      {[ground, why].filter((part) => part !== '').join('. ')}
                      {sources.map((number) => (
                        <sup key={number}>
                          <a href={`#source-${number}`}>{number}</a>{' '}
                        </sup>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        </details>
      ))}
      {view.sources.length > 0 && (
        <>
          <h3>Sources</h3>
          <ol class="sources">
            {view.sources.map((text, k) => (
              <li key={k} id={`source-${k + 1}`}>
                {text}
              </li>
            ))}
          </ol>
        </>
      )}
      {footer.map((text, k) => (
        <p key={k} class="quiet">
          {text}
        </p>
      ))}
    </Section>
  );
}
