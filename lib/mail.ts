import "server-only";
import { createTransport } from "nodemailer";
import { env } from "./env";
import { errorFields, log } from "./log";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

const PATIENCE_MS = 10_000;

/** Sends one mail through SMTP_URL. "off" when that is not set; "failed", with the reason in the log, when the server does not take it. */
export async function sendMail({ to, subject, text }: Mail): Promise<"sent" | "failed" | "off"> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return "off";
  const transport = createTransport(withPatience(SMTP_URL));
  try {
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, subject, text, disableFileAccess: true, disableUrlAccess: true });
    return "sent";
  } catch (error) {
    log("error", "mail.failed", errorFields(error));
    return "failed";
  } finally {
    transport.close();
  }
}

/** The address tells the transport how long to wait, unless it says so itself. */
function withPatience(address: string): string {
  const url = new URL(address);
  for (const wait of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
    if (!url.searchParams.has(wait)) url.searchParams.set(wait, String(PATIENCE_MS));
  return url.href;
}
