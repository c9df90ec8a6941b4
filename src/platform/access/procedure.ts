import { initTRPC, TRPCError, tracked } from "@trpc/server";
import { ZodError, z } from "zod";
import { reader, type Tx, transaction } from "@/platform/database/client";
import { type FieldProblems, isRefusal, Refusal, type RefusalCode } from "@/platform/errors";
import type { Id } from "@/platform/ids";
import { spend } from "@/platform/limits/limit";
import { admitted, demand } from "./decision";
import type { Guard } from "./guard";
import { unstorableIn } from "./storable";
import type { Viewer } from "./viewer";

/** What every procedure is given: who asks, in which language, and the request's id for log and audit. */
export type RequestContext = {
  readonly viewer: Viewer | null;
  readonly locale: "en" | "fr";
  readonly requestId: string;
  /** Puts a refusal (null for a fault) into the asker's words; given where answers leave over HTTP. */
  readonly tell?: (refusal: RefusalData | null) => string;
};

/** How a procedure is guarded; the access walk reads it from the live router. */
export type AccessMeta = {
  readonly kind: "everyone" | "reads" | "listens" | "writes";
  readonly guard: string;
  /** The rate limit that a write is counted under. */
  readonly limit?: string;
};

/** What a client is told of a refusal; the words are chosen where the person's language is known. */
export type RefusalData = {
  code: RefusalCode;
  key: string;
  values: Record<string, string | number>;
  fields: FieldProblems;
};

const TRPC_CODES = {
  "not-found": "NOT_FOUND",
  "not-allowed": "FORBIDDEN",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  "too-many": "TOO_MANY_REQUESTS",
  "not-yet": "PRECONDITION_FAILED",
} as const satisfies Record<RefusalCode, TRPCError["code"]>;

/** The refusal inside an error, or null when the error is a fault. Input that does not parse is `invalid`. */
export function refusalOf(error: unknown): RefusalData | null {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (isRefusal(cause)) return { code: cause.code, key: cause.key, values: { ...cause.values }, fields: cause.fields };
  const isInput = error instanceof TRPCError && error.code === "BAD_REQUEST";
  if (!isInput) return null;
  const fields: Record<string, string[]> = {};
  for (const issue of cause instanceof ZodError ? cause.issues : []) {
    const path = issue.path.join(".") || "_";
    fields[path] = [...(fields[path] ?? []), issue.code === "custom" ? issue.message : fieldKey(issue)];
  }
  return { code: "invalid", key: "invalid", values: {}, fields };
}

function fieldKey(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") return issue.minimum === 1 || issue.minimum === 1n ? "field.empty" : "field.tooShort";
  if (issue.code === "too_big") return "field.tooLong";
  if (issue.code === "invalid_format") return issue.format === "email" ? "field.address" : "field.format";
  if (issue.code === "invalid_type" && issue.input === undefined) return "field.missing";
  return "field.wrong";
}

const t = initTRPC
  .context<RequestContext>()
  .meta<AccessMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const refusal = refusalOf(error);
      const { httpStatus, path } = shape.data;
      const ref = refusal === null ? (ctx?.requestId ?? null) : null;
      return { message: ctx?.tell?.(refusal) ?? "", code: shape.code, data: { httpStatus, path, refusal, ref } };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Refusals travel as tRPC errors of the matching code; a failed result is thrown, because `next()` returns it. */
const translated = t.procedure.use(async ({ getRawInput, next }) => {
  const unstorable = unstorableIn(await getRawInput());
  if (unstorable !== null)
    throw new TRPCError({ code: "BAD_REQUEST", cause: new Refusal("invalid", "invalid", {}, unstorable) });
  const result = await next();
  if (result.ok) return result;
  const refusal = isRefusal(result.error.cause) ? result.error.cause : null;
  if (refusal === null || result.error.code !== "INTERNAL_SERVER_ERROR") throw result.error;
  throw new TRPCError({ code: TRPC_CODES[refusal.code], cause: refusal });
});

function signedIn(ctx: RequestContext): Viewer {
  if (ctx.viewer !== null) return ctx.viewer;
  throw new TRPCError({ code: "UNAUTHORIZED", cause: new Refusal("not-allowed", "signIn") });
}

async function pass<By extends z.ZodType<object | undefined>, R>(
  guard: Guard<By, R>,
  db: Parameters<Guard<By, R>["load"]>[0],
  viewer: Viewer,
  by: z.output<By>,
): Promise<R> {
  if (guard.atTheDoor !== true) demand(admitted(viewer, null));
  const resource = await guard.load(db, viewer, by);
  if (resource === null || resource === undefined) throw new Refusal("not-found");
  demand(guard.decide(viewer, resource));
  return resource;
}

/**
 * A procedure for anybody at all, signed in or not.
 * @param reason why that is right; printed in docs/access.md
 * @public the third builder, whether or not anything is open to everyone today
 */
export function everyone(reason: string) {
  return translated.meta({ kind: "everyone", guard: reason }).use(({ next }) => next({ ctx: { db: reader() } }));
}

/** A query: signed in, the thing loaded, the policy asked. The handler finds it as `ctx.resource`. */
export function reads<By extends z.ZodType<object | undefined>, R>(guard: Guard<By, R>) {
  return translated
    .meta({ kind: "reads", guard: guard.name })
    .input(guard.by)
    .use(async ({ ctx, input, next }) => {
      const viewer = signedIn(ctx);
      const db = reader();
      const resource = await pass(guard, db, viewer, input as z.output<By>);
      return next({ ctx: { viewer, db, resource } });
    });
}

const stream = z.custom<AsyncIterable<unknown>>(
  (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
);

/**
 * A subscription: the checks of a query when it opens. Whoever feeds the stream asks the policy again before each
 * message, because what somebody might hear when they came they may not hear for ever.
 */
export function listens<By extends z.ZodType<object | undefined>, R>(guard: Guard<By, R>) {
  return reads(guard).meta({ kind: "listens", guard: guard.name }).output(stream);
}

/** Sends messages out, each checked by its shape and under its id, by which a reader who was cut off goes on. */
export async function* sendEach(
  shape: z.ZodType,
  messages: AsyncIterable<{ readonly cursor: string }>,
): AsyncGenerator<unknown, void> {
  for await (const message of messages) yield tracked(message.cursor, shape.parse(message));
}

/** What a write is counted under: `points` in `seconds`, a person. */
export type WriteLimit = { readonly name: string; readonly points: number; readonly seconds: number };
const ORDINARY: WriteLimit = { name: "write", points: 120, seconds: 60 };

/** What an action needs to know of the write that it is part of. */
export type Act = { readonly tx: Tx; readonly actor: Id<"person">; readonly requestId: string };

/**
 * A mutation: the same checks inside the one transaction that the handler writes in. Only here does a `Tx` come from.
 * The failure of a handler is rethrown inside the transaction, which rolls it back.
 */
export function writes<By extends z.ZodType<object | undefined>, R>(guard: Guard<By, R>, limit: WriteLimit = ORDINARY) {
  return translated
    .meta({ kind: "writes", guard: guard.name, limit: `${limit.points} in ${limit.seconds} s` })
    .input(guard.by)
    .use(async ({ ctx, input, next }) => {
      const viewer = signedIn(ctx);
      await spend(limit, viewer.id);
      return transaction(async (tx) => {
        const resource = await pass(guard, tx, viewer, input as z.output<By>);
        const act: Act = { tx, actor: viewer.id, requestId: ctx.requestId };
        const result = await next({ ctx: { viewer, tx, act, resource } });
        if (!result.ok) throw result.error;
        return result;
      });
    });
}
