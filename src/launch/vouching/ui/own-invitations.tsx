import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { OwnInvitations } from "../views";

type OwnInvitationListProps = {
  t: Words;
  format: Formats;
  own: OwnInvitations;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** Whom a member invited, and what became of it. */
export function OwnInvitationList({ t, format, own, words, refusedOf }: OwnInvitationListProps) {
  return (
    <Section title={t("vouching.list")}>
      {own.items.length === 0 ? <p className="quiet">{t("vouching.listNone")}</p> : null}
      <List tight label={t("vouching.list")}>
        {own.items.map((one) => (
          <ListRow
            key={one.id}
            title={one.address}
            meta={
              <>
                <Badge tone={one.state === "accepted" ? "good" : "plain"}>
                  {t(`launch.invitations.state.${one.state}`)}
                </Badge>
                <span>{t("launch.invitations.on", { ago: format.ago(one.invitedAt) })}</span>
                {one.state === "waiting" && one.until !== null ? (
                  <span>{t("launch.invitations.until", { date: format.date(one.until) })}</span>
                ) : null}
              </>
            }
            trailing={
              one.mayTakeBack ? (
                <ActionForm
                  procedure="vouching.takeBack"
                  back={paths.settingsInvitations()}
                  words={words}
                  refused={refusedOf("vouching.takeBack", { invitation: one.id })}
                  hidden={{ invitation: one.id, _to: paths.settingsInvitations() }}
                >
                  <SubmitButton
                    look="quiet"
                    size="small"
                    aria-label={t("launch.invitations.revokeLabel", { name: one.address })}
                  >
                    {t("launch.invitations.revoke")}
                  </SubmitButton>
                </ActionForm>
              ) : null
            }
          />
        ))}
      </List>
    </Section>
  );
}
