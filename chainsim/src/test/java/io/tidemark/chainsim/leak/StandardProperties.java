package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandardProperties {
  @Property(tries = 3_000)
  void aSecondRunChangesNothingWhateverTheTextAndTheColumn(
      @ForAll Standard standard, @ForAll Column column, @ForAll("texts") String text) {
    String once = standard.of(column, text);

    assertThat(standard.of(column, once)).isEqualTo(once).isEqualTo(standard.form(column, once));
  }

  /** Pieces of addresses, models, agencies, remarks and dates in any order. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "四川省", "成都", "市", "郫都区", "解放路", "291", "号", "号楼", "26", "栋", "第", "一", "十二", "单元",
            "1404", "14层", "室", "-", "#", " ", "　", "（", "）", "，", "万科城", "大众", "牌", "朗逸", "2021",
            "21", "款", "1.5", "L", "升", "T", "自动", "挡", "档", "CVT", "双离合", "版", "型", "锦程", "保险代理",
            "保代", "有限", "公司", "中支", "汽车销售", "4S店", "没", "出险", "谈好", "年", "月", "日", "２", "Ａ", ".",
            "\u0000", "𠮷")
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }
}
