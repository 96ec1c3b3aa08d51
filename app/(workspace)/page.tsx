import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HomeView } from "@/components/home/home-view";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getHome } from "@/lib/services/measure/get-home";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage() {
  const actor = await requireActor();
  if (actor.role === "partner") redirect("/scorecard"); // a partner's start is its own scorecard
  return <HomeView home={await forPage(getHome(actor, {}))} />;
}
