import type { Formats } from "@/i18n/format";
import { english } from "@/i18n/messages";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { Table } from "@/ui/table";
import type { AuditLine } from "../views";

/** The kinds of event that have words, as their names are stored: a key of the catalogue has no dot in it. */
export const KNOWN_EVENTS: readonly string[] = Object.keys(english.admin.audit.events).map((key) =>
  key.replace("_", "."),
);

/** What a kind of event is called; its stored name where nobody gave it words yet. */
export function eventWord(t: Words, name: string): string {
  const key = `admin.audit.events.${name.replace(".", "_")}`;
  return t.has(key) ? t(key) : name;
}

/** Where a subject can be looked at, if it is something with a page. */
function pageOf(kind: string, id: string): string | null {
  if (kind === "person") return paths.person(id);
  if (kind === "post") return paths.post(id);
  if (kind === "words") return paths.moderated(id);
  if (kind === "idea") return paths.idea(id);
  return null;
}

function Subject({ subject, t }: { subject: string; t: Words }) {
  const [kind = "", id = ""] = subject.split(":");
  const href = pageOf(kind, id);
  const key = `admin.audit.kinds.${kind}`;
  const name = (
    <>
      {t.has(key) ? t(key) : kind} <span className="fine">{id.slice(-8)}</span>
    </>
  );
  return href === null ? <span>{name}</span> : <Link href={href}>{name}</Link>;
}

/** What happened, by whom and to what. */
export function AuditTable({ lines, t, format }: { lines: readonly AuditLine[]; t: Words; format: Formats }) {
  return (
    <Table
      caption={t("admin.audit.caption")}
      captionHidden
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { key: "what", label: t("admin.audit.what"), cell: (line) => eventWord(t, line.name) },
        {
          key: "who",
          label: t("admin.audit.who"),
          cell: ({ actor }) =>
            actor === null ? (
              <span className="quiet">{t("admin.audit.nobody")}</span>
            ) : (
              <Link href={paths.person(actor.id)}>{actor.displayName}</Link>
            ),
        },
        { key: "subject", label: t("admin.audit.subject"), cell: ({ subject }) => <Subject subject={subject} t={t} /> },
        {
          key: "when",
          label: t("admin.audit.when"),
          cell: ({ at }) => (
            <time className="whitespace-nowrap" dateTime={at.toISOString()}>
              {format.dateTime(at)}
            </time>
          ),
        },
        {
          key: "request",
          label: t("admin.audit.request"),
          cell: ({ requestId }) => <span className="quiet fine">{requestId.slice(0, 8)}</span>,
        },
      ]}
    />
  );
}
