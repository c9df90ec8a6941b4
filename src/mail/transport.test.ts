import { createServer } from "node:net";
import { expect, test } from "vitest";
import { provideEnv } from "@/platform/env";
import { sender } from "./transport";

/** A mail server of four commands (RFC 5321), which keeps what it is handed. */
function mailServer(): Promise<{ port: number; received: () => string; close: () => void }> {
  let received = "";
  const server = createServer((socket) => {
    let inData = false;
    socket.write("220 test ESMTP\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString("utf8");
      received += text;
      if (inData) {
        if (!received.endsWith("\r\n.\r\n")) return;
        inData = false;
        socket.write("250 kept\r\n");
      } else if (text.startsWith("DATA")) {
        inData = true;
        socket.write("354 go on\r\n");
      } else socket.write(text.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve({ port, received: () => received, close: () => server.close() });
    });
  });
}

test("a letter goes to one address, says that a machine wrote it, and no line break makes a header", async () => {
  const server = await mailServer();
  provideEnv({
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: "Levain <levain@test.example>",
    APP_URL: "https://levain.test.example",
    LOG_LEVEL: "silent",
  });
  const send = sender();
  await send?.({
    id: "0198a000-0000-7000-8000-000000000000",
    toAddress: "ada@test.example",
    subject: "Hello\r\nBcc: eve@test.example",
    bodyText: "Line\n.\nafter the dot",
    bodyHtml: "<p>Line</p>",
  });
  server.close();
  const said = server.received();
  expect(said.match(/^RCPT TO:.*$/gm)).toEqual([expect.stringContaining("<ada@test.example>")]);
  expect(said).not.toMatch(/^Bcc:/m);
  expect(said).toContain("Auto-Submitted: auto-generated");
  expect(said).toContain("Message-ID: <0198a000-0000-7000-8000-000000000000@levain.test.example>");
  expect(said).toContain("after the dot");
});

test("without SMTP_URL nothing can leave", () => {
  provideEnv({ SMTP_URL: "", MAIL_FROM: "" });
  expect(sender()).toBeNull();
});
