import type { Command } from "commander";
import { EnvError } from "@/platform/env";
import { isRefusal } from "@/platform/errors";

/**
 * Prints what a command found: with `--json` the document, as the only thing on standard output; else the lines.
 * @param document anything that JSON can say
 * @param lines the same for people, in English
 */
export function answer(json: boolean | undefined, document: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : `${lines.join("\n")}\n`);
}

/** Says something by the way (progress, a warning) on standard error, where it never mixes with the answer. */
export function aside(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A failure that a command expects: its message is all that is printed, and the exit status is 1. */
export class Failure extends Error {
  override readonly name = "Failure";
}

/** Gives every command that does something the `--json` option. */
export function withJsonEverywhere(command: Command): void {
  for (const child of command.commands) withJsonEverywhere(child);
  const isGroup = command.commands.length > 0;
  const hasOne = command.options.some((option) => option.long === "--json");
  if (!isGroup && !hasOne) command.option("--json", "print one JSON document on standard output, and nothing else");
}

export function isJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return words.slice(0, end === -1 ? undefined : end).includes("--json");
}

/** Says why a command failed: as a JSON document on standard output, or as lines on standard error. */
export function printFailure(error: unknown, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ error: described(error) }, null, 2)}\n`);
  else process.stderr.write(`${textOf(error)}\n`);
}

function described(error: unknown): Record<string, unknown> {
  if (error instanceof EnvError) return { code: "environment", message: error.message, problems: error.problems };
  if (isRefusal(error)) return { code: error.code, message: error.message, key: error.key, values: error.values };
  return { code: error instanceof Failure ? "failed" : "fault", message: messageOf(error) };
}

function textOf(error: unknown): string {
  if (error instanceof EnvError)
    return `The configuration cannot be used (see .env.example):\n${indented(error.message)}`;
  if (error instanceof Failure || isRefusal(error)) return error.message;
  return error instanceof Error && process.stderr.isTTY ? (error.stack ?? error.message) : messageOf(error);
}

function messageOf(error: unknown): string {
  // A refused connection comes as an AggregateError without a message of its own.
  if (error instanceof AggregateError && !error.message) return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
