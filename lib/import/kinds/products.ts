import { code, text } from "../cells/text";
import { type RowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";

const columns = {
  sku: required(code, { help: "The manufacturer's SKU.", example: "BK-M82S-38", aliases: ["product_sku", "product_code", "item_number"] }),
  name: required(text(200), { help: "The product's name.", example: "Mountain-100 Silver, 38", aliases: ["product_name", "product", "description"] }),
  line_code: required(code, { help: "Code of the product line.", example: "mountain-bikes", aliases: ["product_line_code", "subcategory_code"] }),
  line_name: required(text(120), {
    help: "Name of the product line.",
    example: "Mountain Bikes",
    aliases: ["product_line", "product_line_name", "subcategory"],
  }),
  category_code: required(code, { help: "Code of the line's category.", example: "bikes", aliases: ["product_category_code"] }),
  category_name: required(text(120), { help: "Name of the line's category.", example: "Bikes", aliases: ["category", "product_category"] }),
};

export type ProductRow = RowOf<typeof columns>;

export const products: KindDefinition<ProductRow> = { help: "One line is one SKU with the product line and category it belongs to.", columns };
