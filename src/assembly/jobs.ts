import type { z } from "zod";
import { deliverLetter } from "@/mail/deliver";
import { letters } from "@/mail/queue";
import type { Queue } from "@/platform/jobs/boss";

/** A queue with whoever does its work. */
export type Worker = { readonly queue: Queue<z.ZodType>; readonly handle: (data: unknown) => Promise<void> };

/** The work beside the events, queue by queue. */
export const workers: readonly Worker[] = [{ queue: letters, handle: (data) => deliverLetter(data) }];
