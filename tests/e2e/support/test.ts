import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { Person } from "./people";

type Fixtures = {
  /** What the browser may complain of in this test: refusals that it asks for. Anything else it writes as an error fails the test. */
  readonly expectedErrors: readonly RegExp[];
  readonly complaints: string[];
  /** A window of its own: other cookies, another person. */
  readonly openWindow: (options?: BrowserContextOptions) => Promise<Page>;
  /** The same, with this person signed in. */
  readonly signedIn: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
};

/** A test that fails on any error in the browser's console, breaches of the content security policy among them. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  complaints: [
    async ({ context, expectedErrors }, use) => {
      const complaints: string[] = [];
      listen(context, complaints);
      await use(complaints);
      expect(complaints.filter((complaint) => !expectedErrors.some((expected) => expected.test(complaint)))).toEqual([]);
    },
    { auto: true },
  ],
  openWindow: async ({ browser, complaints }, use) => {
    const windows: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      windows.push(context);
      listen(context, complaints);
      return context.newPage();
    });
    await Promise.all(windows.map((context) => context.close()));
  },
  signedIn: async ({ openWindow }, use) => {
    await use(async (person, options) => {
      const page = await openWindow(options);
      await page.goto("/sign-in");
      await signIn(page, person);
      await expect(page).not.toHaveURL(/sign-in/);
      return page;
    });
  },
});

export async function signIn(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Waits until React answers for the page and each of its controls: what is clicked or chosen before that is lost. A link needs no waiting. */
export async function ready(page: Page): Promise<void> {
  await page.getByRole("main").waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main, main :is(button, input, select, textarea)")].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__react")),
    ),
  );
}

function listen(context: BrowserContext, complaints: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
}
