package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.ChatLog;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.LooseText;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Locale;

/**
 * People of one copy posted in a chat, disguised as people do.
 *
 * @param home the copies, and where leaks are traced
 */
record Posts(SameList home) {
  private static final int PEOPLE = 12;

  Question question() {
    return new Question(
        new Words(PEOPLE + " 人发在聊天群", PEOPLE + " people posted in a chat"),
        Question.NONE,
        Goal.neverWrong(),
        60,
        5,
        (number, seed) -> {
          Copies copies = home.copies();
          int place = copies.place(seed);
          LeakedTable people = copies.sample(place, PEOPLE, seed);
          List<String> parties = List.of(copies.at(place).party());
          ChatLog[] logs = ChatLog.values();
          int which = number % (logs.length + 1);
          return home.tracing()
              .trial(
                  which == logs.length
                      ? Material.text(LooseText.posts(people, seed), parties).as("loose posts")
                      : Material.text(logs[which].of(people, seed), parties)
                          .as(logs[which].name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        });
  }
}
