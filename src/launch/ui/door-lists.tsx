import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { paths, withQuery } from "@/paths";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
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

/** Who asked to come in, in their own words: those for whom a member vouches, then the first to ask. */
export function Requests({ t, format, words, page, refusedOf }: ListProps<RequestView>) {
  return (
    <Section title={t("launch.invitations.requests")}>
      {page.items.length === 0 ? <p className="quiet">{t("launch.invitations.requestsNone")}</p> : null}
      <List label={t("launch.invitations.requests")}>
        {page.items.map((request) => (
          <RequestRow
            key={request.id}
            t={t}
            format={format}
            request={request}
            invite={
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

type RequestRowProps = { t: Words; format: Formats; request: RequestView; invite: ReactNode };

/** Every word of it: a request is there to be read, so nothing is cut off as it is in other lists. */
function RequestRow({ t, format, request, invite }: RequestRowProps) {
  const { person, needs, brings, helps, knows, askedAt, vouchedBy } = request;
  const place = placeOf(person);
  return (
    <li className="list-row" data-leading="">
      <PersonAvatar person={person} />
      <div>
        <h3 className="list-title">
          <Link href={paths.person(person.id)}>{person.displayName}</Link>
        </h3>
        <div className="meta">
          {place === "" ? null : <span>{place}</span>}
          <span>{t("launch.invitations.asked", { ago: format.ago(askedAt) })}</span>
          {vouchedBy.length === 0 ? null : (
            <span>{t("launch.invitations.vouched", { names: format.list(vouchedBy) })}</span>
          )}
        </div>
        <div className="mt-1 grid max-w-read gap-1 whitespace-pre-line font-serif text-[1.0625rem] leading-normal">
          {needs === "" ? null : <p>{t("launch.invitations.needs", { words: needs })}</p>}
          {brings === "" ? null : <p>{t("launch.invitations.brings", { words: brings })}</p>}
          {helps === "" ? null : <p>{t(`launch.waiting.helpsSaid.${helps}`)}</p>}
          {knows === "" ? null : <p>{t("launch.invitations.knows", { words: knows })}</p>}
        </div>
      </div>
      <div>{invite}</div>
    </li>
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
            leading={<PersonAvatar person={one} size="small" />}
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
