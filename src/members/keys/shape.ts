import { z } from "zod";
import { idOf } from "@/platform/ids";

export const accessKeyId = idOf<"access-key">();
export type AccessKeyId = z.infer<typeof accessKeyId>;

/** What a program with a key may do: look, or also write. */
export const KEY_SCOPES = ["read", "write"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** How long the key of a program lives, in days. None lives for ever: a forgotten one would. */
export const KEY_DAYS = ["30", "90", "365"] as const;

/** How many keys one person holds at a time, feeds and programs each. */
export const KEYS_MAX = 25;

export const newKeyShape = z.object({
  name: z.string().trim().min(1).max(80),
  scope: z.enum(KEY_SCOPES).default("read"),
  days: z.enum(KEY_DAYS).default("90"),
});
export type NewKey = z.output<typeof newKeyShape>;

/** What begins each kind of key, so that one that was published by accident is recognised for what it is. */
export const KEY_PREFIX = { program: "levain_pat_", feed: "levain_feed_" } as const;
