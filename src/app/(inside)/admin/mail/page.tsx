import { openPage } from "@/assembly/open-page";
import { LetterList } from "@/mail/ui/letter-list";
import { letterState } from "@/mail/ui/letter-state";
import { PageTitle } from "@/ui/page-title";

type Search = { searchParams: Promise<{ state?: string; after?: string }> };

/** Every letter that Levain wrote. */
export default async function MailPage({ searchParams }: Search) {
  const { state: word, after } = await searchParams;
  return openPage(async ({ api, t, format }) => {
    const state = letterState(word);
    const page = await api.mail.letters({ state, after });
    return {
      title: t("mail.admin.title"),
      body: (
        <>
          <PageTitle kicker={t("shell.nav.admin")} lead={t("mail.admin.lead")}>
            {t("mail.admin.title")}
          </PageTitle>
          <LetterList t={t} format={format} page={page} state={state} paged={after !== undefined} />
        </>
      ),
    };
  });
}
