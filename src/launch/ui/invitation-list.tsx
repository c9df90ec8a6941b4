import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge, type BadgeTone } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { SubmitButton } from "@/ui/submit-button";
import { Tabs } from "@/ui/tabs";
import { INVITATION_STATES, type InvitationState } from "../shape";
import type { InvitationView } from "../views";

const TONES: Readonly<Record<InvitationState, BadgeTone>> = {
  waiting: "accent",
  accepted: "good",
  expired: "plain",
  revoked: "plain",
};

type InvitationListProps = {
  t: Words;
  format: Formats;
  words: FormWords;
  page: { items: readonly InvitationView[]; next: string | null };
  state: InvitationState | undefined;
  paged: boolean;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** Every invitation and what became of it. */
export function InvitationList({ t, format, words, page, state, paged, refusedOf }: InvitationListProps) {
  const here = (query: { state?: string | undefined; after?: string }) =>
    `${withQuery(paths.launchInvitations(), query)}#sent`;
  return (
    <div id="sent">
      <Section title={t("launch.invitations.list")}>
        <Tabs
          label={t("launch.invitations.filter")}
          items={[
            { href: here({}), label: t("launch.invitations.all"), current: state === undefined },
            ...INVITATION_STATES.map((one) => ({
              href: here({ state: one }),
              label: t(`launch.invitations.state.${one}`),
              current: one === state,
            })),
          ]}
        />
        {page.items.length === 0 ? <Nothing t={t} state={state} /> : null}
        <List tight label={t("launch.invitations.list")}>
          {page.items.map((one) => (
            <ListRow
              key={one.id}
              title={one.person.displayName}
              href={paths.person(one.person.id)}
              leading={<PersonAvatar person={one.person} size="small" />}
              text={one.note === "" ? null : one.note}
              meta={<InvitationMeta t={t} format={format} one={one} />}
              trailing={<Actions t={t} one={one} words={words} refusedOf={refusedOf} />}
            />
          ))}
        </List>
        <Pager
          label={t("launch.invitations.pages")}
          previous={paged ? { href: here({ state }), label: t("launch.invitations.first") } : null}
          next={
            page.next === null
              ? null
              : { href: here({ state, after: page.next }), label: t("launch.invitations.older") }
          }
        />
      </Section>
    </div>
  );
}

function Nothing({ t, state }: { t: Words; state: InvitationState | undefined }) {
  if (state !== undefined) return <p className="quiet">{t("launch.invitations.emptyState")}</p>;
  return <EmptyState title={t("launch.invitations.empty")}>{t("launch.invitations.emptyText")}</EmptyState>;
}

function InvitationMeta({ t, format, one }: { t: Words; format: Formats; one: InvitationView }) {
  const again = one.sentAt !== null && one.sentAt.getTime() > one.invitedAt.getTime() ? one.sentAt : null;
  return (
    <>
      <Badge tone={TONES[one.state]}>{t(`launch.invitations.state.${one.state}`)}</Badge>
      <span>{one.address}</span>
      <span>{t("launch.invitations.by", { name: one.invitedBy })}</span>
      <span>
        {again === null
          ? t("launch.invitations.on", { ago: format.ago(one.invitedAt) })
          : t("launch.invitations.again", { ago: format.ago(again) })}
      </span>
      {one.state === "waiting" && one.expiresAt !== null ? (
        <span>{t("launch.invitations.until", { date: format.shortDate(one.expiresAt) })}</span>
      ) : null}
    </>
  );
}

type ActionsProps = Pick<InvitationListProps, "t" | "words" | "refusedOf"> & { one: InvitationView };

function Actions({ t, one, words, refusedOf }: ActionsProps) {
  const here = paths.launchInvitations();
  const form = (verb: "resendInvitation" | "revokeInvitation") => ({
    procedure: `launch.${verb}`,
    back: here,
    words,
    refused: refusedOf(`launch.${verb}`, { invitation: one.id }),
    hidden: { invitation: one.id, _to: `${here}?done=yes` },
  });
  const name = one.person.displayName;
  return (
    <div className="grid justify-items-end gap-1 sm:flex">
      {one.may.resend ? (
        <ActionForm {...form("resendInvitation")}>
          <SubmitButton look="plain" size="small" aria-label={t("launch.invitations.resendLabel", { name })}>
            {t("launch.invitations.resend")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {one.may.revoke ? (
        <ActionForm {...form("revokeInvitation")}>
          <SubmitButton look="plain" size="small" aria-label={t("launch.invitations.revokeLabel", { name })}>
            {t("launch.invitations.revoke")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
