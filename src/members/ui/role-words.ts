import type { WordKey } from "@/i18n/words";
import type { Role } from "../shape";

export const ROLE_WORDS: Readonly<Record<Role, WordKey>> = {
  host: "members.roles.host",
  admin: "members.roles.admin",
};
