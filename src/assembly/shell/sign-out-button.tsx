import type { Words } from "@/i18n/words";
import { Icon } from "@/ui/icon";

/** Ends this device's session, at the company's sign-in too. */
export function SignOutButton({ t }: { t: Words }) {
  return (
    <form method="post" action="/api/auth/sign-out">
      <button type="submit" className="nav-link cursor-pointer">
        <Icon name="sign-out" />
        <span>{t("shell.nav.signOut")}</span>
      </button>
    </form>
  );
}
