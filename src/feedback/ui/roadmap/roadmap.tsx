import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { AnswerForm } from "../../desk/ui/answer-form";
import { IDEA_STATUSES } from "../../shape";
import type { RoadmapColumnView, RoadmapIdea } from "../../views";
import { STATUS_WORDS } from "../words";
import { PlaceSteps, RoadmapCard } from "./card";
import { RoadmapDrag } from "./drag";

/** What the address of the roadmap asks for: one board, and the card whose form stands open, going where. */
export type RoadmapAsked = Readonly<Partial<Record<"board" | "move" | "to", string | undefined>>>;

type Common = {
  asked: RoadmapAsked;
  runs: boolean;
  today: string;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** The roadmap as it is looked at, with the form of a card open or without. */
function roadmapAddress(board: string | undefined, move?: string, to?: string): string {
  return withQuery(paths.roadmap(), { board, move, to });
}

function MoveForm({ idea, ...common }: Common & { idea: RoadmapIdea }) {
  const { asked, today, back, t, words, refusedOf } = common;
  const { status } = idea;
  if (asked.move !== idea.id || status === "merged") return null;
  const here = `${back}#card-${idea.id}`;
  return (
    <>
      <AnswerForm
        idea={idea}
        from={status}
        to={IDEA_STATUSES.find((one) => one === asked.to) ?? status}
        today={today}
        close={`${roadmapAddress(asked.board)}#card-${idea.id}`}
        back={here}
        t={t}
        words={words}
        refused={refusedOf("feedback.move", { idea: idea.id })}
      />
      <PlaceSteps ideaId={idea.id} back={here} t={t} words={words} />
    </>
  );
}

function columnName(status: RoadmapColumnView["status"], t: Words): string {
  return status === "shipped" ? t("feedback.roadmap.shipped") : t(STATUS_WORDS[status].name);
}

function Column({ column, ...common }: Common & { column: RoadmapColumnView }) {
  const { asked, runs, today, t, format } = common;
  const id = `column-${column.status}`;
  const name = columnName(column.status, t);
  return (
    <section className="roadmap-column min-w-0" aria-labelledby={id} data-column={column.status} data-name={name}>
      <h2 id={id} className="border-b border-rye pb-2 font-semibold">
        {name}
      </h2>
      {column.ideas.length === 0 ? (
        <p className="quiet fine py-3">{t("feedback.roadmap.none")}</p>
      ) : (
        <ul className="list" data-tight="">
          {column.ideas.map((idea) => (
            <RoadmapCard
              key={idea.id}
              idea={idea}
              move={runs ? `${roadmapAddress(asked.board, idea.id)}#card-${idea.id}` : null}
              form={runs && asked.move === idea.id ? <MoveForm idea={idea} {...common} /> : null}
              today={today}
              t={t}
              format={format}
            />
          ))}
        </ul>
      )}
      {column.more ? (
        <p className="quiet fine py-2">
          {t("feedback.roadmap.more")} <Link href={paths.boards()}>{t("feedback.roadmap.boards")}</Link>
        </p>
      ) : null}
    </section>
  );
}

/** Where the ideas stand: columns where there is room, one list under the other where there is none. */
export function Roadmap({ columns, ...common }: Common & { columns: readonly RoadmapColumnView[] }) {
  const { runs, asked, t } = common;
  const grid = (
    <div className="grid gap-x-6 gap-y-8 sm:grid-cols-2 xl:grid-cols-5">
      {columns.map((column) => (
        <Column key={column.status} column={column} {...common} />
      ))}
    </div>
  );
  if (!runs) return grid;
  // Sentences with places that the script fills in.
  const open = { title: "{title}", column: "{column}" };
  const asks = roadmapAddress(asked.board, "CARD", "COLUMN").replace("CARD", "{card}").replace("COLUMN", "{column}");
  return (
    <>
      <p className="quiet fine mb-4 max-w-read">{t("ideas.roadmap.hosts")}</p>
      <RoadmapDrag
        asks={`${asks}#card-{card}`}
        words={{
          moved: t("ideas.roadmap.moved", open),
          placed: t("ideas.roadmap.placed", open),
          asked: t("ideas.roadmap.words", open),
          failed: t("ideas.roadmap.failed", open),
        }}
      >
        {grid}
      </RoadmapDrag>
    </>
  );
}
