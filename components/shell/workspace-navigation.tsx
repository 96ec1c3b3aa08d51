import { BookOpenText, Gauge, HandCoins, House, MapPinned, Ruler, Settings } from "lucide-react";
import type { Route } from "next";
import { NavigationLink } from "./navigation-link";

/** In the order of the playbook, and the settings last; a stage appears when there is something in it. */
const STAGES = [
  { href: "/", name: "Home", icon: House },
  { href: "/define", name: "Define", icon: BookOpenText },
  { href: "/score", name: "Score", icon: Gauge },
  { href: "/entitle", name: "Entitle", icon: HandCoins },
  { href: "/activate", name: "Activate", icon: MapPinned },
  { href: "/measure", name: "Measure", icon: Ruler },
  { href: "/settings", name: "Settings", icon: Settings },
] as const satisfies readonly { href: Route; name: string; icon: typeof House }[];

export function WorkspaceNavigation() {
  return (
    <nav aria-label="Stages" className="max-lg:overflow-x-auto">
      <ul className="flex gap-1 lg:flex-col lg:gap-0.5">
        {STAGES.map(({ href, name, icon: Icon }) => (
          <li key={href}>
            <NavigationLink href={href}>
              <Icon aria-hidden className="size-4 max-sm:hidden" strokeWidth={1.75} />
              {name}
            </NavigationLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
