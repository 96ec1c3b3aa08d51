import { expect } from "@playwright/test";
import { callApi } from "./support/api";
import { harborTools, newCompany } from "./support/harbor-tools";
import { ready, signIn, test } from "./support/test";

test.use({ expectedErrors: [/status of (400|403|404|409|422)/] });

test("an administrator invites, the invited chooses a password and works, and the link is used up", async ({ signedIn, openWindow }) => {
  test.slow(); // three people
  const { person, name } = await newCompany();
  const admin = await signedIn(person("admin"));
  await admin.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Settings" }).click();
  await admin.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Users" }).click();
  await ready(admin);
  const email = `new@${person("admin").email.split("@")[1]}`;
  await admin.getByLabel("E-mail", { exact: true }).fill(email);
  await admin.getByLabel("Role", { exact: true }).selectOption({ label: "Finance" });
  await admin.getByRole("button", { name: "Invite" }).click();
  const link = await admin.getByLabel("Invitation link").inputValue();
  await expect(admin.getByRole("table", { name: /^Invitations/ })).toContainText(email);

  const invited = await openWindow();
  await invited.goto(link);
  await expect(invited.getByRole("heading", { level: 1 })).toContainText(name);
  await ready(invited);
  await invited.getByLabel("Your name").fill("Nora New");
  await invited.getByLabel("Password").fill("short");
  await invited.getByRole("button", { name: "Open the account" }).click();
  await expect(invited.getByLabel("Password")).toHaveAccessibleDescription(/at least 12 characters/);
  await invited.getByLabel("Password").fill("a password of Nora's");
  await invited.getByRole("button", { name: "Open the account" }).click();
  await expect(invited).toHaveURL("/");
  await expect(invited.getByRole("navigation", { name: "Stages" })).toBeVisible();

  const again = await openWindow();
  await again.goto(link);
  await expect(again.getByRole("heading", { level: 1, name: "This invitation was used" })).toBeVisible();
  await again.getByRole("link", { name: "Sign in" }).click();
  await signIn(again, { email, password: "a password of Nora's" });
  await expect(again.getByRole("navigation", { name: "Stages" })).toBeVisible();
});

test("an administrator gives a person another role and removes one, and keeps its own account", async ({ signedIn }) => {
  test.slow(); // three people
  const { person } = await harborTools();
  const [admin, manager] = [await signedIn(person("admin")), await signedIn(person("manager"))];
  await admin.goto("/settings/users");
  await ready(admin);
  const row = (name: string) => admin.getByRole("row").filter({ hasText: name });
  await expect(row(person("admin").name).getByRole("button")).toHaveCount(0);

  await row(person("manager").name).getByRole("button", { name: "Change role…" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Role").selectOption({ label: "Partner" });
  await dialog.getByLabel("Partner").fill("nobody");
  await dialog.getByRole("button", { name: "Change role" }).click();
  await expect(dialog.getByLabel("Partner")).toHaveAccessibleDescription(/no partner with the code/);
  await dialog.getByLabel("Partner").fill("HT-2");
  await dialog.getByRole("button", { name: "Change role" }).click();
  await expect(dialog).toBeHidden();
  await expect(row(person("manager").name)).toContainText("Beacon Tools");
  await manager.goto("/score");
  await expect(manager.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await manager.goto("/");
  await expect(manager).toHaveURL("/scorecard");

  await row(person("colleague").name).getByRole("button", { name: "Remove…" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(row(person("colleague").name)).toHaveCount(0);
  await admin.getByRole("combobox", { name: "State" }).selectOption({ label: "Removed" });
  await expect(row(person("colleague").name)).toContainText("Removed");
});

test("a manager sees no part of the settings that is not its own, and changes nobody", async ({ signedIn }) => {
  const { person } = await harborTools();
  const page = await signedIn(person("manager"));
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Password" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);
  await page.goto("/settings/users");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  const victim = encodeURIComponent(person("finance").email);
  expect((await callApi(page, "POST", `/users/${victim}`, { data: { role: "admin" } })).status()).toBe(403);
  expect((await callApi(page, "DELETE", `/users/${victim}`)).status()).toBe(403);
  expect((await callApi(page, "POST", "/invitations", { data: { email: "x@example.com", role: "admin" } })).status()).toBe(403);
  const admin = await signedIn(person("admin"));
  const { items } = await (await callApi(admin, "GET", "/users")).json();
  expect(items.map(({ email, role, removedAt }: Record<string, unknown>) => [email, role, removedAt])).toContainEqual([
    person("finance").email,
    "finance",
    null,
  ]);
  expect((await (await callApi(admin, "GET", "/invitations")).json()).items).toEqual([]);
});

test("a person changes its password: other windows are signed out, this one stays", async ({ signedIn, openWindow }) => {
  test.slow(); // three times signing in
  const { person } = await harborTools();
  const owner = person("owner");
  const [here, elsewhere] = [await signedIn(owner), await signedIn(owner)];
  await here.locator("summary").first().click();
  await here.getByRole("link", { name: "Your account" }).click();
  await ready(here);
  await here.getByLabel("Present password").fill("not the password");
  await here.getByLabel("New password").fill("a password that is new");
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByLabel("Present password")).toHaveAccessibleDescription(/not your present password/);
  await here.getByLabel("Present password").fill(owner.password);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Your password is changed")).toBeVisible();
  await elsewhere.goto("/scorecard");
  await expect(elsewhere).toHaveURL(/sign-in/);
  await here.goto("/scorecard");
  await expect(here).toHaveURL("/scorecard");
  const anew = await openWindow();
  await anew.goto("/sign-in");
  await signIn(anew, { ...owner, password: "a password that is new" });
  await expect(anew).toHaveURL("/scorecard");
});
