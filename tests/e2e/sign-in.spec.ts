import { expect, type Page } from "@playwright/test";
import { newCompany } from "./support/harbor-tools";
import { MANAGER } from "./support/people";
import { signIn, test } from "./support/test";

/** Next keeps an empty alert of its own on every page. */
const problem = (page: Page) => page.getByRole("alert").filter({ hasText: /\S/ });
const REFUSED = "The e-mail or the password is not right.";

test.describe("Refusals", () => {
  test.use({ expectedErrors: [/status of 401 .*api\/auth\/callback/] });

  test("a wrong password is refused in words that do not say which of the two is wrong", async ({ page }) => {
    await page.goto("/sign-in");
    await signIn(page, { email: MANAGER.email, password: "not the password" });
    await expect(problem(page)).toContainText(REFUSED);
    await signIn(page, { email: "nobody@adventureworks.example", password: "not the password" });
    await expect(problem(page)).toContainText(REFUSED);
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  test("after five failed attempts the right password has to wait as well, and the page says so", async ({ page }) => {
    const somebody = (await newCompany()).person("finance");
    await page.goto("/sign-in");
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const answered = page.waitForResponse(/api\/auth\/callback/);
      await signIn(page, { ...somebody, password: `wrong, attempt ${attempt}` });
      await answered;
      await expect(problem(page)).toContainText("After five failed attempts an account waits a quarter of an hour.");
    }
    const answered = page.waitForResponse(/api\/auth\/callback/);
    await signIn(page, somebody);
    expect((await answered).status()).toBe(401);
    await expect(problem(page)).toContainText(REFUSED);
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

test("who is not signed in is led to the sign-in page, and from there to the page asked for", async ({ page }) => {
  await page.goto("/score?search=bike&sort=name");
  await expect(page).toHaveURL("/sign-in?next=%2Fscore%3Fsearch%3Dbike%26sort%3Dname");
  await signIn(page, MANAGER);
  await expect(page).toHaveURL("/score?search=bike&sort=name");
  await expect(page.getByRole("heading", { level: 1, name: "Score" })).toBeVisible();
});

for (const elsewhere of ["//evil.example/x", "https://evil.example/", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"]) {
  test(`signing in never leads to another site: next=${JSON.stringify(elsewhere)}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(elsewhere)}`);
    await signIn(page, MANAGER);
    await expect(page).toHaveURL(`${baseURL}/`);
    await expect(page.getByRole("navigation", { name: "Stages" })).toBeVisible();
  });
}

test("signing out ends the session: going back shows the sign-in page", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  const cookies = await page.context().cookies();
  await page.getByText(MANAGER.name).first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/score");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  expect(cookies.find(({ name }) => name === "tierline-session")).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("the icon is also where browsers look for it unasked", async ({ request }) => {
  const answer = await request.get("/favicon.ico");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toMatch(/^image\//);
});
