import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Callout } from "@/ui/callout";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import type { DeskList } from "../shape";

/** Whom the team has kept waiting, on top of the desk: not how many ideas, how many people. */
export function Waiting({ people, t }: { people: number; t: Words }) {
  return (
    <div className="mb-4 max-w-read">
      <Callout tone={people === 0 ? "good" : "bad"}>
        <p>
          {people === 0 ? t("ideas.desk.waitingNone") : t("ideas.desk.waiting", { count: people })}{" "}
          {people === 0 ? null : (
            <Link href={withQuery(paths.boardsDesk(), { show: "late" })}>{t("ideas.desk.waitingSee")}</Link>
          )}
        </p>
      </Callout>
    </div>
  );
}

/** The keys of the desk, for whoever uses them. */
export function DeskKeys({ on, t }: { on: boolean; t: Words }) {
  if (!on) return null;
  return (
    <p className="quiet fine hidden sm:block">{t.rich("ideas.desk.keys", { key: (name) => <kbd>{name}</kbd> })}</p>
  );
}

/** A desk, or a view of it, with nothing on it. */
export function NothingOnDesk({ list, t }: { list: DeskList; t: Words }) {
  if (list.show === "late" && list.search === "" && list.board === undefined)
    return <p className="quiet py-5">{t("ideas.desk.emptyLate")}</p>;
  if (list.show !== "inbox" || list.search !== "" || list.board !== undefined)
    return <p className="quiet py-5">{t("ideas.desk.emptyShown")}</p>;
  return <EmptyState title={t("ideas.desk.emptyTitle")}>{t("ideas.desk.emptyText")}</EmptyState>;
}
