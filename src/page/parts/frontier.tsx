/** @jsxImportSource preact */
/** The efficient deals as lines through the parties and as a scatter of two; a point picked in one stands out in both. */
import { useState } from 'preact/hooks';
import type { FrontierPicture } from '../pictures.ts';
import { parallelFigure, scatterFigure } from '../plots/frontier.ts';
import { Plotted } from './drawing.tsx';
import { Section } from './text.tsx';

export function Frontier({ picture, isLive }: { readonly picture: FrontierPicture; readonly isLive: boolean }) {
  const [point, choose] = useState<number | null>(null);
  const [across, setAcross] = useState(0);
  const [up, setUp] = useState(1);
  const { parties, points } = picture;
  const pair = [across, up] as const;
  const chosen = point === null ? undefined : points[point];
  return (
    <Section id="frontier" title={picture.headline}>
      <p>{picture.sentences.join(' ')}</p>
      <p class="quiet">
        A grey line or dot is an efficient deal; blue are the standards of fairness, dashed the drafts and no deal. A
        square or a dotted line marks the least a party signs for.
      </p>
      <Plotted figure={parallelFigure(picture, { point })} />
      {isLive && parties.length > 2 && (
        <p class="tools">
          <Pick label="Across" value={across} parties={parties} pick={setAcross} />
          <Pick label="Up" value={up} parties={parties} pick={setUp} />
        </p>
      )}
      {parties.length > 1 && (
        <div
          onClick={(event) => {
            const picked = dotAt(event.target);
            if (picked !== null) choose(picked === point ? null : picked);
          }}
        >
          <Plotted figure={scatterFigure(picture, { point, pair })} />
        </div>
      )}
      {isLive && (
        <p class="tools">
          <label>
            Efficient deal{' '}
            <input
              type="range"
              min={0}
              max={points.length}
              value={point === null ? 0 : point + 1}
              aria-valuetext={chosen === undefined ? 'none' : wordsOf(picture, chosen.values)}
              onInput={(event) => {
                const number = Number(event.currentTarget.value);
                choose(number === 0 ? null : number - 1);
              }}
            />
          </label>
          <output>{chosen === undefined ? 'none picked' : wordsOf(picture, chosen.values)}</output>
        </p>
      )}
    </Section>
  );
}

function Pick(props: {
  readonly label: string;
  readonly value: number;
  readonly parties: FrontierPicture['parties'];
  readonly pick: (party: number) => void;
}) {
  return (
    <label>
      {props.label}{' '}
      <select value={props.value} onChange={(event) => props.pick(Number(event.currentTarget.value))}>
        {props.parties.map(({ short }, k) => (
          <option key={short} value={k}>
            {short}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordsOf({ parties }: FrontierPicture, values: readonly number[]): string {
  return parties.map(({ short }, k) => `${short} ${values[k]!.toFixed(1)}`).join(', ');
}

/** The number of the point whose dot was pressed. */
function dotAt(target: EventTarget | null): number | null {
  if (!(target instanceof SVGElement)) return null;
  const dots = target.closest('g.points');
  const place = dots === null ? -1 : [...dots.children].indexOf(target);
  return place === -1 ? null : place;
}
