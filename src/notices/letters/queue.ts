import { z } from "zod";
import { queue } from "@/platform/jobs/boss";

/** The work of mailing what has waited long enough. It carries nothing: whatever is due is looked up. */
export const noticeMail = queue("notice-mail", z.unknown());
