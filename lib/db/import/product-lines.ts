import type { ProductRow } from "@/lib/import/kinds/products";

/**
 * Remembers how a file names its product lines and categories, and tells when a later row contradicts an earlier one:
 * a line lies in one category, and a line or category has one name.
 */
export function productLineCheck(): (row: ProductRow, line: number) => { readonly column: keyof ProductRow; readonly message: string } | null {
  const lines = new Map<string, { readonly row: ProductRow; readonly line: number }>();
  const categories = new Map<string, { readonly row: ProductRow; readonly line: number }>();
  return (row, line) => {
    const earlierLine = lines.get(row.line_code) ?? { row, line };
    const earlierCategory = categories.get(row.category_code) ?? { row, line };
    if (earlierLine.row.category_code !== row.category_code) {
      return {
        column: "category_code",
        message: `Line ${earlierLine.line} puts product line ${row.line_code} into category ${earlierLine.row.category_code}; a product line has one category.`,
      };
    }
    if (earlierLine.row.line_name !== row.line_name) {
      return {
        column: "line_name",
        message: `Line ${earlierLine.line} calls product line ${row.line_code} "${earlierLine.row.line_name}"; give it one name.`,
      };
    }
    if (earlierCategory.row.category_name !== row.category_name) {
      return {
        column: "category_name",
        message: `Line ${earlierCategory.line} calls category ${row.category_code} "${earlierCategory.row.category_name}"; give it one name.`,
      };
    }
    lines.set(row.line_code, earlierLine);
    categories.set(row.category_code, earlierCategory);
    return null;
  };
}
