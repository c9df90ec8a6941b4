import "server-only";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { words } from "@/i18n/words";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import { localPath } from "@/platform/http/local-path";
import { Button, LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { PageTitle } from "@/ui/page-title";
import { PlainPage } from "@/ui/shell";
import { currentLocale, currentViewer } from "./server-caller";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The page before the house: what this is, and the one way in. Works without a script. */
export async function signInPage(query: Query): Promise<ReactNode> {
  const callbackUrl = localPath(query.callbackUrl) ?? paths.home();
  if ((await currentViewer()) !== null && query.error === undefined) redirect(callbackUrl);
  const t = words(await currentLocale());
  const reason = `members.signIn.refused.${typeof query.error === "string" ? query.error : ""}`;
  const refused = t.has(reason) ? t(reason) : query.error && t("members.signIn.refused.failed");
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: t("members.signIn.title") })}</title>
      <PageTitle lead={t("members.signIn.lead")}>{t("members.signIn.title")}</PageTitle>
      {refused ? (
        <Callout tone="bad" title={t("members.signIn.refusedTitle")}>
          {refused}
        </Callout>
      ) : null}
      <p>{t("members.signIn.how")}</p>
      {env().LEVAIN_DEMO ? <Callout>{t("members.signIn.demo")}</Callout> : null}
      <form method="post" action={paths.startSignIn()}>
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <Button type="submit" look="primary">
          {t("members.signIn.button")}
        </Button>
      </form>
    </PlainPage>
  );
}

/** Where people are after they left. */
export async function signedOutPage(): Promise<ReactNode> {
  const t = words(await currentLocale());
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: t("members.signedOut.title") })}</title>
      <PageTitle lead={t("members.signedOut.lead")}>{t("members.signedOut.title")}</PageTitle>
      <LinkButton href={paths.signIn()}>{t("members.signedOut.again")}</LinkButton>
    </PlainPage>
  );
}
