import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { LinkButton } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";

/** What is not there, or not for this reader: the two look the same. */
export function Missing({ t }: { t: Words }) {
  return (
    <>
      <PageTitle lead={t("shell.missing.text")}>{t("shell.missing.title")}</PageTitle>
      <LinkButton href={paths.home()}>{t("shell.missing.action")}</LinkButton>
    </>
  );
}
