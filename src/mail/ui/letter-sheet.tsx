import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { DefinitionList } from "@/ui/definition-list";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { LetterView } from "../views";
import { problemWords, TONES } from "./letter-list";

type LetterSheetProps = {
  t: Words;
  format: Formats;
  words: FormWords;
  letter: LetterView;
  refused: RefusedForm | null;
};

const ADDRESS = /(https?:\/\/\S+)/;

/** One letter: to whom, what became of it, and its text. */
export function LetterSheet({ t, format, words, letter, refused }: LetterSheetProps) {
  const here = paths.adminLetter(letter.id);
  return (
    <>
      <PageTitle
        kicker={<Link href={paths.adminMail()}>{t("mail.admin.back")}</Link>}
        meta={<Badge tone={TONES[letter.state]}>{t(`mail.admin.states.${letter.state}`)}</Badge>}
      >
        {letter.private ? t("mail.admin.private") : letter.subject}
      </PageTitle>
      <DefinitionList
        items={[
          { term: t("mail.admin.to"), detail: letter.toName === "" ? letter.to : `${letter.toName} <${letter.to}>` },
          { term: t("mail.admin.written"), detail: format.dateTime(letter.createdAt) },
          { term: t("mail.admin.left"), detail: letter.sentAt === null ? null : format.dateTime(letter.sentAt) },
          { term: t("mail.admin.attempts"), detail: letter.attempts > 1 ? format.number(letter.attempts) : null },
          {
            term: t(letter.state === "dropped" ? "mail.admin.why" : "mail.admin.problem"),
            detail: problemWords(t, letter),
          },
        ]}
      />
      <Section title={t("mail.admin.text")}>
        <div className="max-w-read whitespace-pre-wrap font-serif text-read">
          {letter.private ? t("mail.admin.privateText") : null}
          {letter.bodyText.split(ADDRESS).map((part, index) =>
            // Every second part is an address, which the letter's reader can follow too.
            index % 2 === 1 ? (
              <a key={part} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </div>
      </Section>
      {letter.may.resend ? (
        <ActionForm
          procedure="mail.resend"
          back={here}
          words={words}
          refused={refused}
          hidden={{ letter: letter.id, _to: here }}
          className="mt-6"
        >
          <div>
            <SubmitButton look="quiet">{t("mail.admin.resend")}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </>
  );
}
