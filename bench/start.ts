import { join } from "node:path";
import { ROOT } from "../scripts/local/web_build.ts";
import type { Figure, Part } from "./figure.ts";
import { copyCheckout, type Product, startProduct, withFolder } from "./product.ts";

/** From the command to the sign-in page, on nothing and on what the first time left. */
export const start: Part = {
  name: "start",
  title: "Start",
  how: "`deno run -A scripts/start.ts` in a fresh copy of the checkout (nothing built, an empty " +
    "DATA_DIR, packages in Deno's cache) until the sign-in page answers 200; SIGTERM; the same " +
    "again on what that left. The steps are what the start says of itself; some run side by side.",
  measure: () => withFolder(measure),
};

async function measure(folder: string): Promise<Figure[]> {
  const checkout = join(folder, "checkout");
  const dataDir = join(folder, "data");
  await copyCheckout(ROOT, checkout);
  const figures: Figure[] = [];
  for (const name of ["First start", "Second start"]) {
    const product = await startProduct(checkout, dataDir);
    const stopSeconds = await product.stop();
    figures.push({ name, value: product.startSeconds, unit: "s" });
    figures.push(...stepsOf(name, product));
    figures.push({ name: `${name}: SIGTERM to the end`, value: stopSeconds, unit: "s" });
  }
  return figures;
}

/** The steps that took part in the start; those of stopping come after it. */
function stepsOf(start: string, { steps }: Product): Figure[] {
  return [...steps].filter(([name, taken]) => !name.startsWith("Stopped") && taken >= 0.1)
    .map(([name, value]) => ({ name: `${start}: ${name}`, value, unit: "s" }));
}
