import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Avatar } from "@/ui/avatar";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { TimeAgo } from "@/ui/time-ago";
import type { RequestView, SeededAuthorView } from "../views";
import { InvitePerson } from "./invite-form";

type Page<T> = { items: readonly T[]; next: string | null };

type ListProps<T> = {
  t: Words;
  format: Formats;
  words: FormWords;
  page: Page<T>;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

function placeOf({ department, site }: { department: string; site: string }) {
  return [department, site].filter((part) => part !== "").join(", ");
}

/** Who asked to come in, in their own words, the first to ask first. */
export function Requests({ t, format, words, page, refusedOf }: ListProps<RequestView>) {
  return (
    <Section title={t("launch.invitations.requests")}>
      {page.items.length === 0 ? <p className="quiet">{t("launch.invitations.requestsNone")}</p> : null}
      <List label={t("launch.invitations.requests")}>
        {page.items.map((request) => (
          <ListRow
            key={request.id}
            heading={3}
            title={request.person.displayName}
            href={paths.person(request.person.id)}
            leading={<Avatar id={request.person.id} name={request.person.displayName} />}
            meta={
              <>
                {placeOf(request.person) === "" ? null : <span>{placeOf(request.person)}</span>}
                <span>{t("launch.invitations.asked", { ago: format.ago(request.askedAt) })}</span>
              </>
            }
            text={<Said t={t} request={request} />}
            trailing={
              <InvitePerson
                t={t}
                person={request.person}
                words={words}
                refused={refusedOf("launch.invitePerson", { person: request.person.id })}
              />
            }
          />
        ))}
      </List>
      <More t={t} next={page.next} name="askedAfter" />
    </Section>
  );
}

function Said({ t, request: { needs, brings } }: { t: Words; request: RequestView }) {
  return (
    <>
      {needs === "" ? null : t("launch.invitations.needs", { words: needs })} <br />
      {brings === "" ? null : t("launch.invitations.brings", { words: brings })}
    </>
  );
}

/** Who wrote in an imported archive and was never asked in. */
export function SeededAuthors({ t, format, words, page, refusedOf }: ListProps<SeededAuthorView>) {
  return (
    <Section title={t("launch.invitations.authors")}>
      <p className="quiet">
        {t(page.items.length === 0 ? "launch.invitations.authorsNone" : "launch.invitations.authorsLead")}
      </p>
      <List tight label={t("launch.invitations.authors")}>
        {page.items.map((one) => (
          <ListRow
            key={one.id}
            title={one.displayName}
            href={paths.person(one.id)}
            leading={<Avatar id={one.id} name={one.displayName} size="small" />}
            meta={
              <>
                {placeOf(one) === "" ? null : <span>{placeOf(one)}</span>}
                <span>{t("launch.invitations.words", { count: one.words })}</span>
                <TimeAgo at={one.lastAt} format={format} />
              </>
            }
            trailing={
              <InvitePerson
                t={t}
                person={one}
                words={words}
                refused={refusedOf("launch.invitePerson", { person: one.id })}
              />
            }
          />
        ))}
      </List>
      <More t={t} next={page.next} name="authorsAfter" />
    </Section>
  );
}

function More({ t, next, name }: { t: Words; next: string | null; name: "askedAfter" | "authorsAfter" }) {
  if (next === null) return null;
  const href = withQuery(paths.launchInvitations(), { [name]: next });
  return <Pager label={t("launch.invitations.pages")} next={{ href, label: t("launch.invitations.more") }} />;
}
