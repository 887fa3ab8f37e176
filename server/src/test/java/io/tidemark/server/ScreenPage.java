package io.tidemark.server;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Random;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A page of the tests that shows people (invented ones), under the policy of contents that pages
 * have.
 */
@RestController
@Hidden
class ScreenPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="zh"%s><head><meta charset="utf-8"><title>查询结果</title>
      <link rel="stylesheet" href="/workbench/tests/page.css"><link rel="stylesheet" href="/screen.css">
      </head><body><h1>查询结果</h1><div class="card"><table>
      <tr><th>姓名</th><th>车牌</th><th>手机</th><th>车型</th><th>到期日</th><th>地址</th></tr>
      """;

  private static final String CSS =
      """
      body { font: 15px/1.6 sans-serif; margin: 24px; background: #f6f7f9; color: #1c2430; }
      .card { background: #fff; border: 1px solid #8884; border-radius: 8px; padding: 16px; }
      table { border-collapse: collapse; width: 100%; }
      td, th { padding: 6px 10px; border-bottom: 1px solid #8884; text-align: left; }
      @media (prefers-color-scheme: dark) {
        body { background: #14181d; color: #dde; } .card { background: #1d232b; }
      }
      """;

  @GetMapping(path = "/workbench/tests/page.css", produces = "text/css")
  String css() {
    return CSS;
  }

  @GetMapping("/workbench/tests/screen")
  ResponseEntity<String> page(@RequestParam(defaultValue = "1") long seed) {
    Random random = new Random(seed);
    StringBuilder page = new StringBuilder(HEAD.formatted(""));
    for (int i = 0; i < 18; i++) {
      page.append("<tr><td>")
          .append("赵钱孙李周吴郑王".charAt(random.nextInt(8)))
          .append((char) (0x4e00 + random.nextInt(3000)))
          .append("</td><td>川A·")
          .append(10_000 + random.nextInt(90_000))
          .append("</td><td>138****")
          .append(1000 + random.nextInt(9000))
          .append("</td><td>朗逸 1.5L</td><td>2026-12-")
          .append(10 + random.nextInt(20))
          .append("</td><td>科华北路")
          .append(1 + random.nextInt(300))
          .append("号</td></tr>");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .body(page.append("</table></div></body></html>").toString());
  }
}
