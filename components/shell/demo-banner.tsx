/** On every page over sample data. */
export function DemoBanner() {
  return (
    <aside aria-label="About this data" className="border-b border-line bg-warn-soft px-4 py-1.5 text-center text-xs text-warn print:hidden">
      Sample data: POS from AdventureWorks (MIT); pipeline, certifications, service levels and potentials are generated, benefits and budgets an
      example. An administrator removes it whole under Settings, with all that was added to it.
    </aside>
  );
}
