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
import { Stack } from "@/ui/stack";
import { currentLocale, currentViewer } from "./server-caller";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The page before the house: what this is, and the one way in. Works without a script. */
export async function signInPage(query: Query): Promise<ReactNode> {
  const callbackUrl = localPath(query.callbackUrl) ?? paths.home();
  if ((await currentViewer()) !== null && query.error === undefined) redirect(callbackUrl);
  const t = words(await currentLocale());
  const reason = `signIn.refused.${typeof query.error === "string" ? query.error : ""}`;
  const refused = t.has(reason) ? t(reason) : query.error && t("signIn.refused.failed");
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: t("signIn.title") })}</title>
      <PageTitle lead={t("signIn.lead")}>{t("signIn.title")}</PageTitle>
      <Stack>
        {refused ? (
          <Callout tone="bad" title={t("signIn.refusedTitle")}>
            {refused}
          </Callout>
        ) : null}
        <p>{t("signIn.how")}</p>
        {env().LEVAIN_DEMO ? <Callout>{t("signIn.demo")}</Callout> : null}
        <form method="post" action={paths.startSignIn()}>
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <Button type="submit" look="primary">
            {t("signIn.button")}
          </Button>
        </form>
      </Stack>
    </PlainPage>
  );
}

/** Where people are after they left. */
export async function signedOutPage(): Promise<ReactNode> {
  const t = words(await currentLocale());
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: t("signIn.signedOut.title") })}</title>
      <PageTitle lead={t("signIn.signedOut.lead")}>{t("signIn.signedOut.title")}</PageTitle>
      <LinkButton href={paths.signIn()}>{t("signIn.signedOut.again")}</LinkButton>
    </PlainPage>
  );
}
