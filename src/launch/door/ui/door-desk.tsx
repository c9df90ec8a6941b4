import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import type { RefusedForm } from "@/ui/form-state";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { SubmitButton } from "@/ui/submit-button";
import type { OwnDoorLetterView } from "../views";
import { DoorLetter } from "./letters";

type DoorDeskProps = {
  t: Words;
  format: Formats;
  words: FormWords;
  page: { items: readonly OwnDoorLetterView[]; next: string | null };
  paged: boolean;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** The letters that stand at the door, for those who wrote them. */
export function DoorDesk({ t, format, words, page, paged, refusedOf }: DoorDeskProps) {
  const here = paths.launchDoor();
  return (
    <Section title={t("door.desk.letters")}>
      {page.items.length === 0 ? <EmptyState title={t("door.desk.none")}>{t("door.desk.noneText")}</EmptyState> : null}
      <div className="stack" data-gap="large">
        {page.items.map((letter) => (
          <div key={letter.id} className="stack" data-gap="small">
            <DoorLetter t={t} format={format} letter={letter} />
            {letter.editedAt === null ? null : (
              <p className="quiet fine">{t("door.desk.edited", { ago: format.ago(letter.editedAt) })}</p>
            )}
            <div className="button-row">
              <LinkButton look="quiet" size="small" href={paths.launchDoorLetter(letter.id)}>
                {t("door.desk.change")}
              </LinkButton>
              <ActionForm
                procedure="door.takeLetterDown"
                back={here}
                words={words}
                refused={refusedOf("door.takeLetterDown", { letter: letter.id })}
                hidden={{ letter: letter.id, _to: here }}
              >
                <SubmitButton
                  look="plain"
                  size="small"
                  aria-label={t("door.desk.takeDownLabel", { title: letter.title })}
                >
                  {t("door.desk.takeDown")}
                </SubmitButton>
              </ActionForm>
            </div>
          </div>
        ))}
      </div>
      <Pager
        label={t("door.letters.pages")}
        previous={paged ? { href: here, label: t("door.letters.first") } : null}
        next={
          page.next === null ? null : { href: withQuery(here, { after: page.next }), label: t("door.letters.older") }
        }
      />
    </Section>
  );
}
