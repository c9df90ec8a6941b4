import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import type { Page } from "@/platform/database/page";
import { unfolded } from "@/posts/ui/words-of";
import { EmptyState } from "@/ui/empty-state";
import { List, ListRow } from "@/ui/list";
import { Pager } from "@/ui/pager";
import { Prose } from "@/ui/prose";
import type { OwnWord } from "../views";
import { placeOfThing, thingWords } from "./words-of-thing";

/** What hosts did about somebody's own words, with the reason, and the words as they were. */
export function OwnWords({ page, t, format }: { page: Page<OwnWord>; t: Words; format: Formats }) {
  if (page.items.length === 0)
    return <EmptyState title={t("moderation.own.empty")}>{t("moderation.own.emptyText")}</EmptyState>;
  return (
    <>
      <List label={t("moderation.own.list")}>
        {page.items.map((one) => (
          <OwnRow key={one.id} one={one} t={t} format={format} />
        ))}
      </List>
      <Pager
        label={t("moderation.own.pages")}
        next={
          page.next === null
            ? null
            : { href: withQuery(paths.wordsOfHosts(), { after: page.next }), label: t("common.more") }
        }
      />
    </>
  );
}

function OwnRow({ one, t, format }: { one: OwnWord; t: Words; format: Formats }) {
  const { title, taken } = one.thing;
  const date = one.until === null ? "" : format.dateTime(one.until);
  return (
    <ListRow
      heading={3}
      title={one.verb === "dismiss" ? "" : t(`moderation.own.${one.verb}`, { date })}
      {...(taken === null && title !== null ? { href: placeOfThing(one.thing) } : {})}
      meta={
        <>
          <span>{title === null ? t("moderation.thing.closed") : thingWords(t, { ...one.thing, title })}</span>
          <time dateTime={one.at.toISOString()}>{format.ago(one.at)}</time>
        </>
      }
      below={
        <>
          <p className="mt-2 whitespace-pre-line">{one.reason}</p>
          <details className="mt-2">
            <summary className="cursor-pointer py-1">{t("moderation.own.yours")}</summary>
            <Prose size="small" html={unfolded(t, one.thing.bodyHtml)} />
          </details>
        </>
      }
    />
  );
}
