import { openPage } from "@/assembly/open-page";
import { Requests, SeededAuthors } from "@/launch/ui/door-lists";
import { InvitationList } from "@/launch/ui/invitation-list";
import { stateAsked } from "@/launch/ui/invitation-state";
import { InviteForm } from "@/launch/ui/invite-form";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { PageTitle } from "@/ui/page-title";

type Search = {
  searchParams: Promise<{
    state?: string;
    after?: string;
    askedAfter?: string;
    authorsAfter?: string;
    invited?: string;
    done?: string;
  }>;
};

const AUTHORS = 10;

/** Asking people in: by address, from the door, from an archive; and what became of it. */
export default async function InvitationsPage({ searchParams }: Search) {
  const search = await searchParams;
  return openPage(async ({ api, t, locale, format, form, refusedOf }) => {
    const state = stateAsked(search.state);
    const [sent, requests, authors] = await Promise.all([
      api.launch.invitations({ state, after: search.after }),
      api.launch.requests({ after: search.askedAfter }),
      api.launch.seededAuthors({ after: search.authorsAfter, take: AUTHORS }),
    ]);
    const invited = Number(search.invited ?? 0);
    const done = search.done === undefined ? null : t("launch.invitations.done");
    const lists = { t, format, words: form, refusedOf };
    return {
      title: t("launch.invitations.title"),
      flash: invited > 0 ? t("launch.invitations.sent", { count: invited }) : done,
      body: (
        <>
          <PageTitle lead={t("launch.invitations.lead")}>{t("launch.invitations.title")}</PageTitle>
          <LaunchTabs t={t} current="invitations" />
          <Requests {...lists} page={requests} />
          <InviteForm t={t} locale={locale} words={form} refused={refusedOf("launch.invite")} />
          <InvitationList {...lists} page={sent} state={state} paged={search.after !== undefined} />
          <SeededAuthors {...lists} page={authors} />
        </>
      ),
    };
  });
}
