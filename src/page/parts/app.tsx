/** @jsxImportSource preact */
/** The whole page. Without a desk it is what is printed and read without scripts; with one it can be turned. */
import { useEffect, useState } from 'preact/hooks';
import type { PageAnswer, PageContent } from '../content.ts';
import { changesFrom, editsOf } from '../live/changes.ts';
import type { Changes } from '../live/changes.ts';
import type { Desk } from '../live/desk.ts';
import { editsTextIn, fragmentOf } from '../live/link.ts';
import { datesFigure } from '../plots/dates.ts';
import { sessionFigure } from '../plots/session.ts';
import { tornadoFigure } from '../plots/tornado.ts';
import { Answer } from './answer.tsx';
import type { Work } from './answer.tsx';
import { Controls } from './controls.tsx';
import { Clauses, Drafts, Standing } from './deals.tsx';
import { Plotted } from './drawing.tsx';
import { Frontier } from './frontier.tsx';
import { Grounds } from './grounds.tsx';
import { Section, Sheet } from './text.tsx';
import { Why } from './why.tsx';

const OLD = 'Of the numbers as the file has them, not of those that were turned.';

/** What the page cannot do by itself; null where it is only read. */
export interface Live {
  readonly desk: Desk;
  /** Offers a text as a file to keep. */
  readonly keep: (text: string, name: string) => void;
  readonly location: Location;
}

export function App({ content, live }: { readonly content: PageContent; readonly live: Live | null }) {
  const [changes, setChanges] = useState<Changes>({});
  const [answer, setAnswer] = useState(content.answer);
  const [note, setNote] = useState('');
  const [work, setWork] = useState<Work>('done');
  const footer = content.answer.rest?.report.footer ?? [];
  const turn = (next: Changes): void => {
    setChanges(next);
    setNote('');
    const edits = editsOf(next);
    if (edits.length === 0) {
      live?.desk.leave();
      setAnswer(content.answer);
      setWork('done');
      return;
    }
    setWork('glancing');
    const show = (found: PageAnswer): void => {
      setAnswer(found);
      setWork(found.rest === null ? 'counting' : 'done');
    };
    const fail = (message: string): void => {
      setNote(message);
      setWork('done');
    };
    live?.desk.look(edits, show, fail);
  };
  useEffect(() => {
    void followLink();
  }, []);
  const followLink = async (): Promise<void> => {
    const text = live === null ? null : editsTextIn(live.location.hash);
    if (live === null || text === null) return;
    const edits = await live.desk.read(text);
    if (edits.length > 0) turn(changesFrom(edits));
    else setNote('The link holds nothing that can be turned here.');
  };
  const { baseName } = content;
  const save = async (base: string): Promise<void> => {
    try {
      if (live !== null) live.keep(await live.desk.overlay(edits, base), 'turned.yaml');
    } catch (error) {
      setNote(String(error));
    }
  };
  const edits = editsOf(changes);
  const old = edits.length === 0 ? undefined : OLD;
  const { study, controls, grounds } = content;
  const { rest } = answer;
  const taken = [study.middle, study.supposed].filter((text) => text !== null).join(' ') || null;
  const suppose = (lines: readonly string[]): void => {
    const aside = controls.parties
      .flatMap((party) => party.lines)
      .filter(({ party, redLine }) => lines.includes(`${party}.${redLine}`))
      .map(({ key, party, redLine }) => [key, { kind: 'dropRedLine', party, redLine } as const] as const);
    turn({ ...changes, ...Object.fromEntries(aside) });
  };
  return (
    <div class="page">
      <main aria-busy={work !== 'done'}>
        <Answer
          answer={answer}
          work={work}
          summary={content.summary}
          own={content.own}
          drawn={edits.length === 0 ? (study.draws?.headline ?? null) : null}
          suppose={live === null ? null : suppose}
        />
        <Why answer={answer} lists={study.why} middle={study.middle} old={old} />
        {answer.clauses !== null && (
          <Clauses
            table={answer.clauses}
            isLive={live !== null}
            locked={(issue) => {
              const edit = changes[`lock/${issue}`];
              const [option] = edit?.kind === 'lock' ? edit.options : [];
              return typeof option === 'string' ? option : null;
            }}
            lockable={(issue) => controls.locks.find((lock) => lock.issue === issue)?.options ?? []}
            lock={(issue, option) => {
              const { [`lock/${issue}`]: _before, ...others } = changes;
              turn(
                option === null ? others : { ...others, [`lock/${issue}`]: { kind: 'lock', issue, options: [option] } },
              );
            }}
          />
        )}
        {rest !== null && rest.report.drafts !== null && <Drafts view={rest.report.drafts} />}
        {rest !== null && rest.frontier !== null && <Frontier picture={rest.frontier} isLive={live !== null} />}
        {rest !== null && <Standing report={rest.report} />}
        <Section id="numbers" title="What matters" old={old} supposed={taken}>
          <Plotted figure={tornadoFigure(study.tornado)} />
          <Sheet view={study.numbers} />
        </Section>
        {study.draws !== null && (
          <Section id="draws" title="All numbers at once" old={old} supposed={study.middle}>
            <Sheet view={study.draws} />
          </Section>
        )}
        {study.dates !== null && (
          <Section id="dates" title="Along the dates" old={old} supposed={taken}>
            <Plotted figure={datesFigure(study.dates.picture)} />
            <Sheet view={study.dates.sheet} />
          </Section>
        )}
        {study.session !== null && (
          <Section id="bargaining" title="How they might get there" old={old} supposed={study.middle}>
            {study.session.chart !== null && <Plotted figure={sessionFigure(study.session.chart)} />}
            <Sheet view={study.session} />
          </Section>
        )}
        <Grounds view={grounds} footer={footer} />
      </main>
      {live !== null && (
        <Controls
          controls={controls}
          changes={changes}
          change={turn}
          note={note}
          save={baseName === null ? null : () => void save(baseName)}
          share={() => {
            live.location.hash = fragmentOf(edits);
            setNote('The address of this page now holds what you turned; copy it.');
          }}
        />
      )}
    </div>
  );
}
