import type { WordKey } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { DAY } from "@/platform/durations";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Pager } from "@/ui/pager";
import type { NoticeView } from "../views";
import { NoticeRow, type NoticeRowProps } from "./notice-row";

type NoticeListProps = Omit<NoticeRowProps, "notice"> & {
  page: { readonly items: readonly NoticeView[]; readonly next: string | null };
  show: "unread" | "all";
  /** Whether this is not the first page. */
  paged: boolean;
  now: Date;
};

type Day = "today" | "yesterday" | "earlier";
const DAYS: Readonly<Record<Day, WordKey>> = {
  today: "notices.list.today",
  yesterday: "notices.list.yesterday",
  earlier: "notices.list.earlier",
};

/** What a person was told, the latest first, by day. */
export function NoticeList({ page, show, paged, now, ...row }: NoticeListProps) {
  const { t, format } = row;
  const here = (after: string | null) => withQuery(paths.notices(), { show: show === "all" ? show : null, after });
  if (page.items.length === 0) return <Nothing t={t} show={show} />;
  const dayOf = (notice: NoticeView): Day => {
    const day = format.date(notice.lastAt);
    if (day === format.date(now)) return "today";
    return day === format.date(new Date(now.getTime() - DAY)) ? "yesterday" : "earlier";
  };
  return (
    <>
      {(["today", "yesterday", "earlier"] as const).map((day) => {
        const told = page.items.filter((notice) => dayOf(notice) === day);
        if (told.length === 0) return null;
        return (
          <section key={day} className="section">
            <h2 className="notice-day">{t(DAYS[day])}</h2>
            <ul className="list">
              {told.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} {...row} />
              ))}
            </ul>
          </section>
        );
      })}
      <Pager
        label={t("notices.list.pages")}
        previous={paged ? { href: here(null), label: t("common.newer") } : null}
        next={page.next === null ? null : { href: here(page.next), label: t("common.older") }}
      />
    </>
  );
}

function Nothing({ t, show }: Pick<NoticeListProps, "t" | "show">) {
  if (show === "all") return <EmptyState title={t("notices.list.nothing")}>{t("notices.list.nothingText")}</EmptyState>;
  return (
    <EmptyState
      title={t("notices.list.caughtUp")}
      action={<LinkButton href={withQuery(paths.notices(), { show: "all" })}>{t("notices.list.toAll")}</LinkButton>}
    >
      {t("notices.list.caughtUpText")}
    </EmptyState>
  );
}
