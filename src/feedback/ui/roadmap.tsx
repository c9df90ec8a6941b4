import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import type { RoadmapColumnView, RoadmapIdea } from "../views";
import { PromisedDay } from "./idea-marks";
import { STATUS_WORDS } from "./words";

type Common = { runs: boolean; today: string; t: Words; format: Formats };

function RoadmapRow({ idea, runs, today, t, format }: Common & { idea: RoadmapIdea }) {
  return (
    <ListRow
      heading={3}
      title={idea.title}
      href={paths.idea(idea.id)}
      meta={
        <>
          <PromisedDay idea={idea} today={today} t={t} format={format} />
          <span>{t("feedback.votes.short", { count: idea.voteCount })}</span>
          <Link href={paths.board(idea.board.slug)}>{idea.board.name}</Link>
          {runs ? (
            <Link
              className="inline-flex min-h-6 min-w-6 items-center"
              href={`${paths.idea(idea.id)}#move`}
              aria-label={t("feedback.roadmap.moveOne", { title: idea.title })}
            >
              {t("feedback.roadmap.move")}
            </Link>
          ) : null}
        </>
      }
    />
  );
}

function Column({ column, ...common }: Common & { column: RoadmapColumnView }) {
  const { t } = common;
  const id = `column-${column.status}`;
  return (
    <section className="min-w-0" aria-labelledby={id}>
      <h2 id={id} className="border-b border-rye pb-2 font-semibold">
        {column.status === "shipped" ? t("feedback.roadmap.shipped") : t(STATUS_WORDS[column.status].name)}
      </h2>
      {column.ideas.length === 0 ? (
        <p className="quiet fine py-3">{t("feedback.roadmap.none")}</p>
      ) : (
        <List tight>
          {column.ideas.map((idea) => (
            <RoadmapRow key={idea.id} idea={idea} {...common} />
          ))}
        </List>
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
  return (
    <div className="grid gap-x-6 gap-y-8 sm:grid-cols-2 xl:grid-cols-5">
      {columns.map((column) => (
        <Column key={column.status} column={column} {...common} />
      ))}
    </div>
  );
}
