import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { OwnInvitationList } from "@/launch/vouching/ui/own-invitations";
import { NumberForm, VouchForm } from "@/launch/vouching/ui/vouch-form";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { Section } from "@/ui/page-title";

/** The invitations that a member has to give, and what became of those they gave. */
export default async function OwnInvitationsPage({ searchParams }: { searchParams: Query }) {
  const { done } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, locale, format, form, refusedOf }) => {
    const own = await api.vouching.mine();
    const counts = { number: own.number, left: own.left };
    return {
      title: t("vouching.title"),
      flash: done === undefined ? null : t("vouching.sent"),
      body: (
        <>
          <SettingsHead t={t} current="invitations" />
          <Section title={t("vouching.form")}>
            <p className="mb-5 max-w-read font-serif text-read">
              {t("vouching.left", counts)} {t(own.opens ? "vouching.opens" : "vouching.vouches")}
            </p>
            {own.left === 0 ? null : (
              <VouchForm t={t} locale={locale} words={form} refused={refusedOf("vouching.invite")} />
            )}
          </Section>
          <OwnInvitationList t={t} format={format} own={own} words={form} refusedOf={refusedOf} />
          {viewer.roles.has("admin") ? (
            <Section title={t("vouching.admin")}>
              <NumberForm t={t} words={form} refused={refusedOf("vouching.setNumber")} number={own.number} />
            </Section>
          ) : null}
        </>
      ),
    };
  });
}
