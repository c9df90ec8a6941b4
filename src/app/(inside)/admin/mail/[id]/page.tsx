import { openPage } from "@/assembly/open-page";
import { LetterSheet } from "@/mail/ui/letter-sheet";
import { asLetterId } from "@/mail/ui/letter-state";

/** One letter, as it was written. */
export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return openPage(async ({ api, t, format, form, refusedOf }) => {
    const letter = await api.mail.letter({ letter: asLetterId(id) });
    return {
      title: letter.private ? t("mail.admin.private") : letter.subject,
      body: <LetterSheet t={t} format={format} words={form} letter={letter} refused={refusedOf("mail.resend")} />,
    };
  });
}
