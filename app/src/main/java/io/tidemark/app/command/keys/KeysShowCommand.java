package io.tidemark.app.command.keys;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.store.register.KeyTables;
import io.tidemark.vault.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Which keys there are. */
@Command(
    name = "show",
    description = {
      "列出各用途的密钥、数据密钥的代次、算法与主密钥的来源；不显示密钥。",
      "Lists the uses of keys, the epochs of data keys, the algorithms and where the master key"
          + " comes from; never a key."
    },
    footer = {"", "例 / Example:", "  ./tidemark keys show"})
public final class KeysShowCommand extends Work {
  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.KEEP_KEYS);
      KeyTables keys = session.home().keyTables();
      Suite suite = session.home().keys().suite();
      Answer.Builder answer =
          Answer.builder()
              .field("cryptography", suite.id())
              .field("suite", suite.algorithms())
              .field("master_key", session.home().keyPlace())
              .field("keys", rows("use", keys.ring()))
              .field("data_keys", rows("epoch", keys.dataKeys()))
              .say(
                  "算法（" + suite.id() + "）：" + suite.algorithms(),
                  "algorithms (" + suite.id() + "): " + suite.algorithms())
              .say(session.home().keySource());
      keys.ring()
          .forEach(
              key ->
                  answer.say(
                      "  " + key.use() + "，由主密钥加封于 " + key.since(),
                      "  " + key.use() + ", wrapped by the master key " + key.since()));
      keys.dataKeys()
          .forEach(
              key ->
                  answer.say(
                      "  数据密钥第 " + key.use() + " 代，生成于 " + key.since(),
                      "  data key of epoch " + key.use() + ", drawn " + key.since()));
      return answer.build();
    }
  }

  private static List<Map<String, Object>> rows(String name, List<KeyTables.Kept> keys) {
    return keys.stream()
        .map(
            key -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put(name, key.use());
              row.put("since", key.since().toString());
              return row;
            })
        .toList();
  }
}
