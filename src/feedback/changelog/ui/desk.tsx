import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import type { DeskEntry } from "../views";

type DeskProps = {
  drafts: readonly DeskEntry[];
  /** Where the older ones are; null when these are all. */
  next: string | null;
  t: Words;
  format: Formats;
};

/** For hosts: what is not published yet, and the way to a new entry. */
export function EntryDesk({ drafts, next, t, format }: DeskProps) {
  return (
    <Section
      title={t("changelog.desk.title")}
      action={
        <LinkButton size="small" href={paths.newEntry()}>
          {t("changelog.desk.new")}
        </LinkButton>
      }
    >
      {drafts.length === 0 ? (
        <p className="quiet py-2">{t("changelog.desk.none")}</p>
      ) : (
        <List tight label={t("changelog.desk.title")}>
          {drafts.map((entry) => (
            <ListRow
              key={entry.id}
              title={entry.title}
              href={paths.editEntry(entry.id)}
              meta={
                <>
                  <span>{stateWords(t, format, entry)}</span>
                  {entry.by === null ? null : <span>{entry.by.displayName}</span>}
                </>
              }
            />
          ))}
        </List>
      )}
      <Pager
        label={t("changelog.desk.pages")}
        next={next === null ? null : { href: withQuery(paths.changelog(), { drafts: next }), label: t("common.older") }}
      />
    </Section>
  );
}

/** Where an entry stands: proposed by a shipped idea, a draft, waiting for its moment, or there. */
export function stateWords(t: Words, format: Formats, { state, proposed, publishedAt }: DeskEntry): string {
  if (state === "draft") return t(proposed ? "changelog.state.proposed" : "changelog.state.draft");
  const when = publishedAt === null ? "" : format.dateTime(publishedAt);
  return t(state === "scheduled" ? "changelog.state.scheduled" : "changelog.state.published", { when });
}
