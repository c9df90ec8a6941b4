import { z } from "zod";
import { queue } from "@/platform/jobs/boss";

/** The work of showing one thing on the browsers of whoever was told of it. */
export const noticePush = queue("notice-push", z.object({ bundle: z.string() }));
