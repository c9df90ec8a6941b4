import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { paths, withQuery } from "@/paths";
import { LevelRow } from "@/spaces/ui/level-row";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { List } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

export default async function SpacesSettingsPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, form, back, refusedOf }) => {
    const { items, next } = viewer.standing.admitted
      ? await api.spaces.list({ of: "mine", after, take: 50 })
      : { items: [], next: null };
    const looking = viewer.standing.admitted ? (
      <LinkButton look="primary" href={paths.spaces()}>
        {t("spaces.mySpaces.emptyAction")}
      </LinkButton>
    ) : null;
    return {
      title: t("spaces.mySpaces.title"),
      body: (
        <>
          <SettingsHead t={t} current="spaces" />
          {items.length === 0 ? (
            <EmptyState title={t("spaces.mySpaces.emptyTitle")} action={looking}>
              {t("spaces.mySpaces.emptyText")}
            </EmptyState>
          ) : (
            <Section title={t("spaces.mySpaces.title")}>
              <p className="quiet mb-4">{t("spaces.mySpaces.lead")}</p>
              <List tight label={t("spaces.mySpaces.title")}>
                {items.map((space) => (
                  <LevelRow
                    key={space.id}
                    space={space}
                    back={back}
                    t={t}
                    words={form}
                    refused={refusedOf("spaces.setLevel", { space: space.id })}
                  />
                ))}
              </List>
            </Section>
          )}
          <Pager
            label={t("spaces.mySpaces.pages")}
            next={
              next === null
                ? null
                : { href: withQuery(paths.settingsSpaces(), { after: next }), label: t("common.more") }
            }
          />
        </>
      ),
    };
  });
}
