import { openPage } from "@/assembly/open-page";
import { DoorLetterForm } from "@/launch/door/ui/letter-form";
import { paths } from "@/paths";
import { PageTitle } from "@/ui/page-title";

/** Changes a letter to those who wait, where it stands. */
export default async function DoorLetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return openPage(async ({ api, t, form, refusedOf }) => {
    const letter = await api.door.letter({ letter: id });
    return {
      title: t("door.desk.change"),
      body: (
        <>
          <PageTitle kicker={t("door.desk.title")} lead={t("door.desk.changeLead")}>
            {t("door.desk.change")}
          </PageTitle>
          <DoorLetterForm
            t={t}
            words={form}
            letter={letter}
            built={null}
            followers={null}
            back={paths.launchDoorLetter(id)}
            refused={refusedOf("door.changeLetter", { letter: id })}
          />
        </>
      ),
    };
  });
}
