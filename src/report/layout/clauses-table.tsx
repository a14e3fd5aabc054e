/** The clauses of the deals, group by group: issue, option, who likes it and who swallows it. */
import { Box, Text } from './blocks.ts';
import type { ClauseRow, ClausesView } from '../view/clauses.ts';
import { fitted, GAP, INDENT } from './layout.ts';
import { Cell, Paragraph, Section, WrappedCell } from './parts.tsx';

interface Widths {
  readonly point: number;
  readonly title: number;
  readonly letters: number;
  readonly option: number;
  readonly likes: number;
  readonly swallows: number;
}

export function ClausesTable({ view, width }: { readonly view: ClausesView; readonly width: number }) {
  const widths = widthsOf(view, width);
  return (
    <Section title={view.title} width={width}>
      <Paragraph text={view.intro} width={width} quiet />
      <Box paddingLeft={INDENT} marginTop={1}>
        <Cell width={lead(widths)} quiet>
          {''}
        </Cell>
        <Cell width={widths.option} quiet>
          {''}
        </Cell>
        <Cell width={widths.likes} quiet>
          + likes
        </Cell>
        <Cell width={widths.swallows} quiet>
          - swallows
        </Cell>
      </Box>
      {view.groups.map((group, g) => (
        <Box key={g} flexDirection="column" paddingLeft={INDENT}>
          {group.name !== '' && <Text bold>{group.name}</Text>}
          {group.rows.map((row, r) => (
            <Row key={r} row={row} widths={widths} />
          ))}
        </Box>
      ))}
      {view.note !== null && <Paragraph text={view.note} width={width} />}
    </Section>
  );
}

/** The title beside all options that the deals pick, so that both may take several lines. */
function Row({ row, widths }: { readonly row: ClauseRow; readonly widths: Widths }) {
  return (
    <Box>
      {widths.point > 0 && (
        <Cell width={widths.point} quiet right>
          {row.point}
        </Cell>
      )}
      <WrappedCell width={widths.title} text={row.title} />
      <Box flexDirection="column">
        {row.variants.map((variant) => (
          <Box key={variant.letters}>
            {widths.letters > 0 && (
              <Cell width={widths.letters} strong>
                {variant.letters}
              </Cell>
            )}
            <WrappedCell width={widths.option} text={variant.option} />
            <WrappedCell width={widths.likes} text={signed('+', variant.likes)} />
            <WrappedCell width={widths.swallows} text={signed('-', variant.swallows)} refused />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function signed(sign: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${sign} ${names.join(' ')}`;
}

/** Columns of names, where space is short. */
const MOST_NAMES = 16;

/** Title and option share what the other columns leave, the title a little more. */
function widthsOf({ groups, lettered }: ClausesView, width: number): Widths {
  const rows = groups.flatMap((group) => group.rows);
  const variants = rows.flatMap((row) => row.variants);
  const point = fitted(
    rows.map((row) => row.point),
    0,
    4,
  );
  const letters = lettered
    ? fitted(
        variants.map((variant) => variant.letters),
        1,
        6,
      )
    : 0;
  const titles = rows.map((row) => row.title);
  const options = variants.map((variant) => variant.option);
  const fixed = [point, letters].filter((size) => size > 0).map((size) => size + GAP);
  const all = width - INDENT - 3 * GAP - fixed.reduce((sum, size) => sum + size, 0);
  const spare = all - fitted(titles, 8, all) - fitted(options, 8, all);
  const most = Math.max(MOST_NAMES, Math.floor(spare / 2));
  const likes = fitted(
    variants.map((variant) => signed('+', variant.likes)),
    7,
    most,
  );
  const swallows = fitted(
    variants.map((variant) => signed('-', variant.swallows)),
    10,
    most,
  );
  const room = all - likes - swallows;
  const word = fitted(
    options.flatMap((option) => option.split(' ')),
    8,
    Math.floor(room * 0.6),
  );
  const wanted = Math.max(word, fitted(options, 8, Math.floor(room * 0.5)));
  const title = fitted(titles, 8, room - wanted);
  return { point, title, letters, option: wanted, likes, swallows };
}

/** Width of everything before the option. */
function lead({ point, title, letters }: Widths): number {
  return title + [point, letters].filter((size) => size > 0).reduce((sum, size) => sum + size + GAP, 0);
}
