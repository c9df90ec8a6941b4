import { openPage } from "@/assembly/open-page";
import { AdminHead } from "@/assembly/shell/admin-head";
import { LetterList } from "@/mail/ui/letter-list";
import { letterState } from "@/mail/ui/letter-state";
import { DecisionCounts } from "@/notices/ui/decision-counts";

type Search = { searchParams: Promise<{ state?: string; after?: string }> };

/** Every letter that Levain wrote. */
export default async function MailPage({ searchParams }: Search) {
  const { state: word, after } = await searchParams;
  return openPage(async ({ api, t, format }) => {
    const state = letterState(word);
    const [page, decided] = await Promise.all([api.mail.letters({ state, after }), api.notices.decided()]);
    return {
      title: t("mail.admin.title"),
      body: (
        <>
          <AdminHead t={t} current="mail" title={t("mail.admin.title")} lead={t("mail.admin.lead")} />
          <DecisionCounts decided={decided} t={t} format={format} />
          <LetterList t={t} format={format} page={page} state={state} paged={after !== undefined} />
        </>
      ),
    };
  });
}
