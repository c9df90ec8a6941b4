import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { DoorDesk } from "@/launch/door/ui/door-desk";
import { builtWords, DoorLetterForm } from "@/launch/door/ui/letter-form";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { paths } from "@/paths";
import { PageTitle, Section } from "@/ui/page-title";

/** What the hosts tell those who wait. */
export default async function LaunchDoorPage({ searchParams }: { searchParams: Query }) {
  const { after, begin } = await queryOf(searchParams);
  return openPage(async ({ api, t, locale, format, form, refusedOf }) => {
    const desk = await api.door.desk({ after });
    const built = begin === "built" ? await api.door.built() : null;
    return {
      title: t("door.desk.title"),
      body: (
        <>
          <PageTitle lead={t("door.desk.lead")}>{t("door.desk.title")}</PageTitle>
          <LaunchTabs t={t} current="door" />
          <Section title={t("door.desk.write")}>
            <DoorLetterForm
              t={t}
              words={form}
              letter={{ title: "", body: built === null ? "" : builtWords(t, built), language: locale }}
              built={built}
              followers={desk.followers}
              back={paths.launchDoor()}
              refused={refusedOf("door.writeLetter")}
            />
          </Section>
          <DoorDesk t={t} format={format} words={form} page={desk} paged={after !== undefined} refusedOf={refusedOf} />
        </>
      ),
    };
  });
}
