import { z } from "zod";
import { LOCALES } from "@/i18n/locale";

/** The markup of an announcement, and the language that it is in: the reader's, or the other one. */
export const saidView = z.object({ html: z.string(), lang: z.enum(LOCALES) });
export type SaidView = z.output<typeof saidView>;
