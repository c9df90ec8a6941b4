import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Badge, type BadgeTone } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import { EmptyState } from "@/ui/empty-state";
import { List, ListRow } from "@/ui/list";
import { Pager } from "@/ui/pager";
import { Tabs } from "@/ui/tabs";
import { TimeAgo } from "@/ui/time-ago";
import { DROPPED, LETTER_KINDS, LETTER_STATES, type LetterState } from "../shape";
import type { LetterCard } from "../views";

export const TONES: Readonly<Record<LetterState, BadgeTone>> = {
  waiting: "accent",
  sent: "good",
  kept: "plain",
  failed: "bad",
  dropped: "plain",
};

type LetterListProps = {
  t: Words;
  format: Formats;
  page: { items: readonly LetterCard[]; next: string | null };
  state: LetterState | undefined;
  paged: boolean;
};

/** The letters, the latest first, by state. */
export function LetterList({ t, format, page, state, paged }: LetterListProps) {
  const here = (query: { state?: string | undefined; after?: string }) => withQuery(paths.adminMail(), query);
  return (
    <>
      <Tabs
        label={t("mail.admin.filter")}
        items={[
          { href: here({}), label: t("mail.admin.all"), current: state === undefined },
          ...LETTER_STATES.map((one) => ({
            href: here({ state: one }),
            label: t(`mail.admin.states.${one}`),
            current: one === state,
          })),
        ]}
      />
      {page.items.some((letter) => letter.state === "kept") ? <Callout>{t("mail.admin.kept")}</Callout> : null}
      {page.items.length === 0 ? <Nothing t={t} state={state} /> : null}
      <List label={t("mail.admin.title")}>
        {page.items.map((letter) => (
          <ListRow
            key={letter.id}
            title={letter.private ? t("mail.admin.private") : letter.subject}
            href={paths.adminLetter(letter.id)}
            meta={
              <>
                <span>{letter.toName === "" ? letter.to : `${letter.toName} <${letter.to}>`}</span>
                <span>{kindWords(t, letter.kind)}</span>
                <TimeAgo at={letter.createdAt} format={format} />
              </>
            }
            text={problemWords(t, letter)}
            trailing={<Badge tone={TONES[letter.state]}>{t(`mail.admin.states.${letter.state}`)}</Badge>}
          />
        ))}
      </List>
      <Pager
        label={t("mail.admin.pages")}
        previous={paged ? { href: here({ state }), label: t("mail.admin.first") } : null}
        next={page.next === null ? null : { href: here({ state, after: page.next }), label: t("mail.admin.older") }}
      />
    </>
  );
}

function Nothing({ t, state }: { t: Words; state: LetterState | undefined }) {
  if (state !== undefined) return <p className="quiet">{t("mail.admin.emptyState")}</p>;
  return <EmptyState title={t("mail.admin.empty")}>{t("mail.admin.emptyText")}</EmptyState>;
}

/** What kept a letter from leaving: the mail server's own words, or ours. Null for nothing. */
export function problemWords(t: Words, { state, problem }: Pick<LetterCard, "state" | "problem">): string | null {
  const dropped = state === "dropped" ? DROPPED.find((one) => one === problem) : undefined;
  if (dropped !== undefined) return t(`mail.admin.dropped.${dropped}`);
  return problem === "" ? null : problem;
}

function kindWords(t: Words, kind: string): string {
  const known = LETTER_KINDS.find((one) => one === kind);
  return known === undefined ? kind : t(`mail.admin.kinds.${known}`);
}
