import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import type { CreatedInvitation } from "@/lib/contracts/user";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.resetModules();
});

/** A mail server that takes, or refuses, one mail at a time, and keeps what it was handed. */
async function mailServer(recipientAnswer: string): Promise<{ url: string; taken: string[] }> {
  const taken: string[] = [];
  const server = createServer((socket) => {
    let body: string[] | null = null;
    const answers: Readonly<Record<string, string>> = {
      EHLO: "250 here",
      MAIL: "250 fine",
      RCPT: recipientAnswer,
      DATA: "354 go on",
      QUIT: "221 bye",
    };
    socket.write("220 mail\r\n");
    let rest = "";
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (body !== null && line === ".") {
          taken.push(body.join("\n"));
          body = null;
          socket.write("250 taken\r\n");
        } else if (body !== null) body.push(line);
        else {
          const word = line.slice(0, 4).toUpperCase();
          socket.write(`${answers[word] ?? "500 what"}\r\n`);
          if (word === "DATA") body = [];
        }
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

const INVITATION = {
  ...{ id: 1, email: "ina@example.com", role: "finance", partner: null, invitedBy: "Ada Admin", state: "open", mail: "off" },
  ...{ createdAt: "2026-01-01T00:00:00.000Z", expiresAt: "2026-01-08T00:00:00.000Z", organization: "Harbor\r\nBcc: all@example.com" },
  link: "https://tierline.example/invitation/abc",
} as const satisfies CreatedInvitation & { organization: string };

/** Mail as a process sends it that was started with this address: settings are read once. */
async function send(smtpUrl: string | undefined): Promise<string> {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@nowhere/none");
  vi.stubEnv("LOG_LEVEL", "error");
  vi.stubEnv("SMTP_URL", smtpUrl);
  const { sendMail } = await import("@/lib/mail");
  const { invitationMail } = await import("@/lib/services/settings/invitation-mail");
  return sendMail(invitationMail(INVITATION));
}

test("an invitation is mailed to its address alone, with the link, and a name cannot add a header", async () => {
  const { url, taken } = await mailServer("250 fine");
  expect(await send(url)).toBe("sent");
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain("To: ina@example.com");
  expect(taken[0]?.replaceAll("=\n", "")).toContain("https://tierline.example/invitation/abc");
  expect(taken[0]).toContain("Subject: Your invitation to Harbor Bcc: all@example.com");
  expect(taken[0]).not.toMatch(/^Bcc:/m);
});

test("without a mail server nothing is sent", async () => {
  expect(await send(undefined)).toBe("off");
});

test.each([
  { why: "refuses the address", url: async () => (await mailServer("550 no such mailbox")).url },
  { why: "is not there", url: async () => "smtp://127.0.0.1:1" },
])("a mail server that $why is told of, and fails nothing", async ({ url }) => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await send(await url())).toBe("failed");
  expect(written.mock.calls.map(([line]) => String(line)).join("")).toContain('"event":"mail.failed"');
  written.mockRestore();
});
