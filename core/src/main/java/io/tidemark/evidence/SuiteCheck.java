package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.Sm2Key;
import io.tidemark.terms.Words;
import io.tidemark.vault.Suite;
import java.util.List;
import java.util.Optional;

/** Whether the head is signed as the suite demands that the ledger's first entry names. */
record SuiteCheck(LedgerExtract extract) {
  private static final String NAME = "suite";

  Check check() {
    Optional<Entry> init = extract.entry(0, "init");
    Optional<Suite> suite = init.flatMap(Suite::named);
    if (suite.isEmpty()) {
      return Check.fails(
          NAME, "账本首条没有可识别的密码套件", "the ledger's first entry names no suite that is known here");
    }
    if (!suite.get().signsBySm2()) {
      Words holds = new Words("账本首条所载密码套件：" + suite.get().id(), "suite " + suite.get().id());
      return Check.of(NAME, true, holds, holds);
    }
    return signed(init.orElseThrow().values(Sm2Key.LINE));
  }

  private Check signed(List<String> keys) {
    try {
      if (keys.size() != 1) {
        throw new LedgerException("expected one SM2 key in the ledger's first entry");
      }
      Sm2Key key = Sm2Key.parse(keys.get(0));
      if (!key.name().equals(extract.key().name())) {
        throw new LedgerException("expected an SM2 key of this ledger, found another's");
      }
      key.require(extract.checkpoint());
      Words holds =
          new Words(
              "密码套件 sm：账本头另有首条所载 SM2 公钥的签名（" + key.vkey() + "）",
              "suite sm: the head is signed as well by the SM2 key that the first entry names ("
                  + key.vkey()
                  + ")");
      return Check.of(NAME, true, holds, holds);
    } catch (LedgerException e) {
      return Check.fails(
          NAME, "密码套件 sm，但账本头没有有效的 SM2 签名：" + e.getMessage(), "suite sm: " + e.getMessage());
    }
  }
}
