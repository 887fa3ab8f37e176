package io.tidemark.formats.report;

import io.tidemark.evidence.CaseFile.Material;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** What reports of every kind say alike: which files, who vouches, how to check. */
record Ends(Facts facts, Page page) {
  private static final int MOST_FILES = 4;

  /** The digests of the first files. */
  void material(List<Material> material, String all) {
    List<List<String>> rows = new ArrayList<>();
    for (Material each : material.subList(0, Math.min(MOST_FILES, material.size()))) {
      rows.add(List.of(Integer.toString(rows.size() + 1), each.sha256().toString()));
    }
    if (material.size() > MOST_FILES) {
      rows.add(List.of("…", "共 " + material.size() + " 个文件 files in all (" + all + ")"));
    }
    page.table(List.of("文件 File", "SHA-256"), rows);
  }

  void ledger() {
    page.heading("h2", new Words("台账由谁担保", "Who vouches for the ledger"));
    page.line(
        "p", facts.origin() + " · " + OneIn.whole(facts.size()) + " 条 entries · " + facts.root());
    page.words(
        facts
            .anchored()
            .orElse(
                new Words(
                    "除保险公司自己的签名外，没有其他人为台账担保：保险公司若重写全部台账，凭本证据包不能发现。",
                    "Nobody but the insurer vouches for the ledger: had the insurer rewritten all of"
                        + " it, this bundle could not show it.")));
  }

  void check() {
    page.heading("h2", new Words("怎样检验", "How to check it"));
    page.words(
        new Words(
            "离线运行 ./tidemark verify 证据包.zip --key 台账公钥；公钥请从保险公司以外取得。README.txt 说明怎样用其他工具手工检验。本报告不含泄露的个人信息。",
            "Offline: ./tidemark verify BUNDLE.zip --key LEDGER-KEY, with a key from somebody other"
                + " than the insurer. README.txt tells how to check by hand. This report shows no"
                + " leaked personal information."));
  }
}
