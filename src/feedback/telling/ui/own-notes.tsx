import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Badge } from "@/ui/badge";
import { List } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { TimeAgo } from "@/ui/time-ago";
import type { ToldPage } from "../shape";
import type { OwnNote } from "../views";
import { NoteAnswer, NoteWords } from "./note-parts";
import { pageName, tellAddress } from "./place";

type OwnNotesProps = {
  list: { readonly items: readonly OwnNote[]; readonly next: string | null };
  paged: boolean;
  page: ToldPage;
  t: Words;
  format: Formats;
};

/** What somebody told the hosts, and what they answered. */
export function OwnNotes({ list, paged, page, t, format }: OwnNotesProps) {
  return (
    <Section title={t("tellUs.mine.title")}>
      {list.items.length === 0 ? <p className="quiet">{t("tellUs.mine.none")}</p> : null}
      <List label={t("tellUs.mine.title")}>
        {list.items.map((note) => (
          <li key={note.id} className="list-row">
            <div>
              <NoteWords note={note} t={t} format={format} />
              <div className="meta">
                <Badge tone={note.state === "answered" ? "good" : "plain"}>{t(`tellUs.state.${note.state}`)}</Badge>
                {note.pagePath === "" ? null : <span>{t("tellUs.mine.from", { page: pageName(note) })}</span>}
                <TimeAgo at={note.at} format={format} />
              </div>
              <NoteAnswer note={note} t={t} />
            </div>
          </li>
        ))}
      </List>
      <Pager
        label={t("tellUs.mine.more")}
        previous={paged ? { href: tellAddress(page), label: t("common.newer") } : null}
        next={list.next === null ? null : { href: tellAddress(page, { after: list.next }), label: t("common.older") }}
      />
    </Section>
  );
}
