/** @jsxImportSource preact */
/** What the reader turns: sliders for leasts and weights, switches for red lines. */
import type { Controls as ControlsView, Dial, LineSwitch, PartyControls } from '../controls.ts';
import { toneOf } from '../plots/figure.ts';
import { turned, valueOf } from '../live/changes.ts';
import type { Changes } from '../live/changes.ts';

export interface ControlsProps {
  readonly controls: ControlsView;
  readonly changes: Changes;
  readonly change: (changes: Changes) => void;
  /** Null where an overlay would have nothing to stand on. */
  readonly save: (() => void) | null;
  readonly share: () => void;
  readonly note: string;
}

export function Controls({ controls, changes, change, save, share, note }: ControlsProps) {
  const count = Object.keys(changes).length;
  return (
    <aside aria-label="What can be turned">
      <h2>Turn a number</h2>
      <p class="quiet">The answer follows at once, worked out in this page alone.</p>
      <p class="tools">
        <button type="button" disabled={count === 0} onClick={() => change({})}>
          Reset
        </button>
        <button type="button" onClick={share}>
          Share
        </button>
        {save !== null && (
          <button type="button" onClick={save}>
            Save as overlay
          </button>
        )}
      </p>
      <p class="quiet" role="status">
        {note === '' ? (count === 0 ? 'All as in the file.' : `${count} changed.`) : note}
      </p>
      {controls.parties.map((party) => (
        <Party key={party.id} party={party} changes={changes} change={change} />
      ))}
    </aside>
  );
}

function Party(props: { readonly party: PartyControls } & Pick<ControlsProps, 'changes' | 'change'>) {
  const { party, changes, change } = props;
  return (
    <section class="party" aria-label={party.name} style={{ '--tone': toneOf(party.color) }}>
      <h3>{party.name}</h3>
      <Slider dial={party.least} changes={changes} change={change} />
      {party.lines.length > 0 && (
        <details>
          <summary>{`Red lines (${party.lines.length})`}</summary>
          {party.lines.map((line) => (
            <Switch key={line.key} line={line} changes={changes} change={change} />
          ))}
        </details>
      )}
      {party.weights.length > 0 && (
        <details>
          <summary>{`Weights (${party.weights.length})`}</summary>
          {party.weights.map((dial) => (
            <Slider key={dial.key} dial={dial} changes={changes} change={change} />
          ))}
        </details>
      )}
    </section>
  );
}

function Slider({ dial, changes, change }: { readonly dial: Dial } & Pick<ControlsProps, 'changes' | 'change'>) {
  const value = valueOf(dial, changes);
  return (
    <label class="dial" title={dial.note}>
      <span>
        {dial.name} <output>{Number(value.toFixed(4))}</output>
      </span>
      <input
        type="range"
        data-key={dial.key}
        min={dial.from}
        max={dial.to}
        step={dial.step}
        value={value}
        onInput={(event) => change(turned(changes, dial, Number(event.currentTarget.value)))}
      />
    </label>
  );
}

function Switch({ line, changes, change }: { readonly line: LineSwitch } & Pick<ControlsProps, 'changes' | 'change'>) {
  const stands = changes[line.key] === undefined;
  return (
    <label class="switch" title={line.note}>
      <input
        type="checkbox"
        data-key={line.key}
        checked={stands}
        onChange={() => {
          const { [line.key]: _gone, ...rest } = changes;
          change(
            stands ? { ...rest, [line.key]: { kind: 'dropRedLine', party: line.party, redLine: line.redLine } } : rest,
          );
        }}
      />
      {line.name}
    </label>
  );
}
