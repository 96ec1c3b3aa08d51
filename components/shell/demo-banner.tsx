/** On every page over sample data. */
export function DemoBanner() {
  return (
    <aside aria-label="About this data" className="border-b border-line bg-warn-soft px-4 py-1.5 text-center text-xs text-warn print:hidden">
      Sample data: POS from AdventureWorks (MIT), the rest is made up. What is added here goes with it when it is removed.
    </aside>
  );
}
