import type { MapName } from "@/components/map/maps";
import { mapShapes } from "./map-shapes";

// Drawn once, when the application is built. Outlines of countries and states, which are the same for everybody.
export const dynamic = "force-static";
export const dynamicParams = false;

const FILES = { "states.svg": "states", "countries.svg": "countries" } as const satisfies Record<string, MapName>;

export function generateStaticParams(): { map: string }[] {
  return Object.keys(FILES).map((map) => ({ map }));
}

export async function GET(_request: Request, { params }: RouteContext<"/maps/[map]">): Promise<Response> {
  const { map } = await params;
  const name = map === "states.svg" || map === "countries.svg" ? FILES[map] : null;
  if (name === null) return new Response(null, { status: 404 });
  return new Response(await mapShapes(name), {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=31536000, immutable" },
  });
}
