import pino, { type Logger } from "pino";
import { env } from "@/platform/env";
import { once } from "@/platform/once";

const SECRET_PATHS = [
  "*.password",
  "*.token",
  "*.secret",
  "*.cookie",
  "req.headers.cookie",
  "req.headers.authorization",
];

/** The structured log (JSON lines on standard output); never carries secrets, addresses of letters or text of posts. */
export function log(): Logger {
  return once("log", () =>
    pino({ level: env().LOG_LEVEL, redact: { paths: SECRET_PATHS, censor: "[redacted]" }, base: { pid: process.pid } }),
  );
}
