import { TextLink } from "@/components/ui/text-link";
import type { CoverageFrame } from "@/lib/contracts/coverage";
import { type CoverageAddress, type CoverageView, coverageAddress } from "./coverage-address";

type CoveragePathProps = { readonly frame: CoverageFrame; readonly address: CoverageAddress; readonly view: CoverageView };

/** Where one is in the tree of regions and among the categories, and the way back up. */
export function CoveragePath({ frame: { path, category, choices }, address, view }: CoveragePathProps) {
  if (path.length === 0 && category === null) return null;
  const here = path.at(-1);
  const isAll = path.length > 0 && choices.regions.filter(({ depth }) => depth === 0).length === 1; // then the first region is all of them
  return (
    <nav aria-label="Where these cells lie" className="mb-2 text-sm">
      <ol className="flex flex-wrap gap-x-2">
        {!isAll && (
          <li>
            <TextLink href={coverageAddress(view, address, { region: undefined })}>All regions</TextLink>
          </li>
        )}
        {path.map((region) => (
          <li key={region.code} className="not-first:before:mr-2 not-first:before:text-muted not-first:before:content-['/']">
            {region === here ? (
              <span aria-current="location">{region.name}</span>
            ) : (
              <TextLink href={coverageAddress(view, address, { region: region.code })}>{region.name}</TextLink>
            )}
          </li>
        ))}
        {category !== null && (
          <li className="before:mr-2 before:text-muted before:content-['·']">
            {category.name}, <TextLink href={coverageAddress(view, address, { category: undefined })}>all categories</TextLink>
          </li>
        )}
      </ol>
    </nav>
  );
}
