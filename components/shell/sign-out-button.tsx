"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { postToAuth } from "./post-to-auth";

export function SignOutButton() {
  const [pending, setPending] = useState(false);

  async function signOut() {
    setPending(true);
    await postToAuth("/api/auth/signout", {}).finally(() => window.location.assign("/sign-in"));
  }

  return (
    <Button look="quiet" className="w-full justify-start" disabled={pending} onClick={signOut}>
      {pending ? "Signing out…" : "Sign out"}
    </Button>
  );
}
