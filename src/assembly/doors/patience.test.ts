import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { losePatience } from "./patience";

let server: Server;
beforeAll(async () => {
  server = createServer((req, res) => {
    losePatience({ req, res }, { wordsWithinMs: 150, filesStallAfterMs: 150 });
    req.on("error", () => {});
    req.resume().on("end", () => res.end("whole"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends the head of a request, then one part of its body every 50 ms. */
async function said(type: string, parts: number, announced: number): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  const head = ["POST / HTTP/1.1", "Host: x", `Content-Type: ${type}`, `Content-Length: ${announced}`, "", ""];
  socket.write(head.join("\r\n"));
  let left = parts;
  const saying = setInterval(() => {
    if (left > 0 && socket.writable) socket.write("x");
    left -= 1;
  }, 50);
  let answer = "";
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    answer += chunk;
    if (answer.includes("whole") || answer.includes("408")) socket.destroy();
  });
  await new Promise((resolve) => socket.on("close", resolve));
  clearInterval(saying);
  return answer;
}

test("words that trickle are not waited for", async () => {
  expect(await said("application/x-www-form-urlencoded", 10, 10)).toMatch(/^HTTP\/1.1 408 /);
});

test("a file may trickle as long as it comes", async () => {
  expect(await said("multipart/form-data; boundary=x", 10, 10)).toContain("whole");
});

test("a file that stalls is not waited for", async () => {
  expect(await said("multipart/form-data; boundary=x", 3, 10)).toMatch(/^HTTP\/1.1 408 /);
});
