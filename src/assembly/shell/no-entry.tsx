import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";

/** A page that somebody may know of and not enter, with the reason. */
export function NoEntry({ t, reason }: { t: Words; reason: string }) {
  return (
    <>
      <PageTitle lead={reason}>{t("members.noEntry.title")}</PageTitle>
      <LinkButton href={paths.home()}>{t("shell.missing.action")}</LinkButton>
    </>
  );
}
