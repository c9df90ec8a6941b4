import { Feed } from "feed";
import { v5 as uuidOf } from "uuid";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import { STATUS_WORDS } from "../ui/words";
import type { BoardView, NewsView } from "../views";
import type { FeedEntry } from "./entries";
import { CHANGELOG_FEED, feedOfBoard } from "./names";

/** How large a feed grows; the oldest entries are left out of a longer one. */
const BYTES_MAX = 512 * 1024;

type Entry = {
  /** An IRI of its own, for ever. */
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly html: string;
  readonly by: string;
  readonly at: Date;
};

type Head = { readonly name: string; readonly title: string; readonly about: string; readonly page: string };

/** The feed of a board as Atom (RFC 4287), in the reader's language. */
export function atomOfBoard(t: Words, board: BoardView, entries: readonly FeedEntry[]): string {
  const head = {
    name: feedOfBoard(board.slug),
    title: t("feeds.titleOf", { name: board.name }),
    about: board.purpose,
    page: paths.board(board.slug),
  };
  return within(
    t,
    head,
    entries.map((one) => ({
      ...one,
      id: `urn:uuid:${one.id}`,
      title:
        one.status === null
          ? one.title
          : t("feeds.answer", { title: one.title, status: t(STATUS_WORDS[one.status].name) }),
      link: paths.idea(one.idea),
    })),
  );
}

/** The changelog as Atom, in the reader's language. */
export function atomOfChangelog(t: Words, news: readonly NewsView[]): string {
  const title = t("feedback.news.title");
  const head = {
    name: CHANGELOG_FEED,
    title: t("feeds.titleOf", { name: title }),
    about: t("feedback.news.lead"),
    page: paths.changelog(),
  };
  return within(
    t,
    head,
    news.map((one) => ({
      // An idea that was opened again and shipped once more is news twice: a name-based UUID of both (RFC 9562, 5.5).
      id: `urn:uuid:${uuidOf(one.id, one.entry.id)}`,
      title: one.title,
      link: paths.idea(one.id),
      html: one.noteHtml,
      by: one.by.displayName,
      at: one.at,
    })),
  );
}

function within(t: Words, head: Head, entries: readonly Entry[]): string {
  for (let count = entries.length; ; count = Math.floor(count / 2)) {
    const written = write(t, head, entries.slice(0, count));
    if (count === 0 || Buffer.byteLength(written) <= BYTES_MAX) return written;
  }
}

/** When nothing was ever said in a feed, this is when it was last changed: the beginning of all clocks. */
const NEVER = new Date(0);

function write(t: Words, { name, title, about, page }: Head, entries: readonly Entry[]): string {
  const feed = new Feed({
    id: absolute(paths.feed(name)),
    title: plain(title),
    description: plain(about),
    link: absolute(page),
    feedLinks: { atom: absolute(paths.feed(name)) },
    updated: entries[0]?.at ?? NEVER,
    generator: "Levain",
    language: t.locale,
    author: { name: t("shell.name") },
  });
  for (const { id, title: entryTitle, link, html, by, at } of entries) {
    feed.addItem({
      id,
      // The library declares titles to be HTML.
      title: plain(entryTitle).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`),
      link: absolute(link),
      content: plain(anchored(html)),
      date: at,
      published: at,
      author: [{ name: plain(by) }],
    });
  }
  return feed.atom1();
}

function absolute(path: string): string {
  return new URL(path, env().APP_URL).href;
}

/** A reader shows words far from our pages: links within them have to say where they lead. */
function anchored(html: string): string {
  return html.replace(/\b(href|src)="\/(?!\/)/g, `$1="${env().APP_URL}/`);
}

/** Without the characters that XML 1.0 cannot hold, not even escaped. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
