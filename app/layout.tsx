import "@fontsource-variable/inter";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { THEME_COOKIE, themeFrom } from "@/components/shell/theme";

export const metadata: Metadata = {
  title: { default: "Tierline", template: "%s · Tierline" },
  description: "Partner tiers by transparent rules, each decision with its reasons.",
  robots: { index: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

type RootLayoutProps = { readonly children: ReactNode };

export default async function RootLayout({ children }: RootLayoutProps) {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
