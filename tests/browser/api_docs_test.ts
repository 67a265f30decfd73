import assert from "node:assert/strict";
import { browserApp } from "./app.ts";

for (const path of ["/docs", "/redoc"]) {
  Deno.test(`${path} shows the API without another host`, async () => {
    await using app = await browserApp({ worker: false });
    const page = await app.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const response = await page.goto(`${app.url}${path}`);
    assert.equal(response?.status(), 200);
    if (path === "/docs") await page.locator("#operations-tag-Jobs").click();
    await page.getByText("Make a job of a text").filter({ visible: true })
      .first().waitFor();
    for (const url of asked.filter((one) => !/^(data|blob):/.test(one))) {
      assert.equal(new URL(url).origin, app.url, `asks ${url}`);
    }
    const policy = response?.headers()["content-security-policy"] ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  });
}
