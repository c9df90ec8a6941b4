import type { Words } from "@/i18n/words";
import { PersonRow } from "@/members/ui/person-row";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import type { ReactorsView } from "../views";
import { REACTION_WORDS } from "./words";

type ReactorListProps = {
  found: ReactorsView;
  /** Where the words stand that were reacted to. */
  place: string;
  /** The address of those who reacted earlier, null at the end. */
  older: string | null;
  /** The address of the first page, null on it. */
  first: string | null;
  t: Words;
};

/** Everybody who reacted to something, and how, the latest first. */
export function ReactorList({ found, place, older, first, t }: ReactorListProps) {
  return (
    <>
      <PageTitle kicker={<Link href={place}>{found.title}</Link>}>{t("posts.reactions.all")}</PageTitle>
      {found.items.length === 0 ? <p className="quiet">{t("posts.reactions.nobody")}</p> : null}
      <List tight label={t("posts.reactions.all")}>
        {found.items.map(({ id, person, kind }) => (
          <PersonRow key={id} person={person} t={t} badge={<span>{t(REACTION_WORDS[kind])}</span>} />
        ))}
      </List>
      <Pager
        label={t("posts.reactions.pages")}
        previous={first === null ? null : { href: first, label: t("common.newer") }}
        next={older === null ? null : { href: older, label: t("common.older") }}
      />
    </>
  );
}
