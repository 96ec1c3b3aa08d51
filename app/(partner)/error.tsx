"use client";

import { FailedPage } from "@/components/shell/failed-page";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <FailedPage reference={error.digest} retry={retry} elsewhere={{ href: "/scorecard", label: "Your scorecard" }} />;
}
