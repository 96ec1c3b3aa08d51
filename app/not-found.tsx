import { MissingPage } from "@/components/shell/missing-page";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <MissingPage />
    </main>
  );
}
