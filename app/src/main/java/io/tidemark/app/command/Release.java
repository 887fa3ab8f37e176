package io.tidemark.app.command;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.custody.Disclosure;
import io.tidemark.custody.Twins;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** One release under standing grants: who gets which columns of whom, and where the copy goes. */
record Release(
    String to,
    String purpose,
    List<FieldClass> columns,
    RoaringBitmap records,
    int honey,
    Path out) {
  /**
   * What became of a release.
   *
   * @param twins who else holds exactly the same people
   * @param decision the authority's answer
   */
  record Done(
      Map<String, @Nullable Object> fields,
      Disclosure.Outcome outcome,
      Twins twins,
      Decision decision) {
    /** Why it was released or refused, in one sentence. */
    Words why() {
      return outcome.either(released -> decision.why(), refused -> refused.refusal().why());
    }

    /** The answer for programs, with the rule that decided and why. */
    Map<String, @Nullable Object> fields(Language language) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
      all.put(
          "rule",
          outcome.<String>either(released -> decision.rule(), refused -> refused.refusal().rule()));
      all.put("why", why().in(language));
      return all;
    }
  }

  Ask ask(Session session) {
    return new Ask(session.actor().id(), to, purpose, columns, records.getCardinality());
  }

  /** Releases under standing grants. */
  Done release(Session session, Supplier<Twins> others) throws IOException {
    Ask ask = ask(session);
    return carryOut(
        session,
        ask,
        session.authority().release(session.actor(), ask, session.clock().instant()),
        others);
  }

  /**
   * Carries out what was decided; who else holds the people is asked and told only when permitted.
   */
  Done carryOut(Session session, Ask ask, Decision decision, Supplier<Twins> others)
      throws IOException {
    return carryOut(
        session,
        decision,
        others,
        new Disclosure.Order(
            session.actor(), ask, decision, records, honey, target(out).toString()));
  }

  /** The same in an emergency, signed with this key. */
  Done carryOut(
      Session session,
      Ask ask,
      Decision decision,
      Supplier<Twins> others,
      Supplier<EntrySigner> key)
      throws IOException {
    return carryOut(
        session,
        decision,
        others,
        new Disclosure.Order(
            session.actor(), ask, decision, records, honey, target(out).toString(), key));
  }

  private Done carryOut(
      Session session, Decision decision, Supplier<Twins> others, Disclosure.Order order)
      throws IOException {
    Path target = Path.of(order.target());
    Twins twins = decision instanceof Permit ? others.get() : new Twins(List.of());
    Disclosure.Outcome outcome = session.disclosure().disclose(order);
    return new Done(
        outcome.either(
            released -> fields(released, target, twins), refused -> fields(refused.refusal())),
        outcome,
        twins,
        decision);
  }

  private Map<String, @Nullable Object> fields(
      Disclosure.Released released, Path target, Twins twins) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("disclosure", released.disclosure().text());
    fields.put("party", released.party().id());
    fields.put("rows", released.rows());
    fields.put("left_out", released.leftOut());
    fields.put("file", target.toString());
    fields.put("sha256", released.file().toString());
    fields.put("entry", released.receipt().index());
    fields.put("rows_to_name", RowsToNameJson.of(released.rowsToName()));
    fields.put("recipients_counted", released.traceability().recipients());
    fields.put("honey", released.traceability().honey());
    fields.put("honey_ringing", released.ringing());
    fields.put("honey_pool_short", released.poolShort());
    fields.put("identical_to", twins.named());
    fields.put("identical_count", twins.count());
    fields.put("separated_by", Twins.separatedBy(released.traceability()));
    return fields;
  }

  private Map<String, @Nullable Object> fields(Refusal refusal) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("party", to);
    fields.put("refused", refusal.rule());
    fields.put("reason_zh", refusal.reason().zh());
    fields.put("reason_en", refusal.reason().en());
    return fields;
  }

  /**
   * Where the copy goes: an existing folder, a name that ends in .csv or .xlsx, nothing that stands
   * there already.
   */
  static Path target(Path out) {
    Path target = out.toAbsolutePath().normalize();
    Path folder = target.getParent();
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".xlsx")) {
      throw Stop.usage(
          "文件名应以 .csv 或 .xlsx 结尾：" + out, "the file's name must end in .csv or .xlsx: " + out);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw Stop.usage("没有这个文件夹：" + folder, "there is no such folder: " + folder);
    }
    if (Files.exists(target)) {
      throw Stop.usage(
          "文件已存在，不会覆盖：" + target, "the file exists already and is not overwritten: " + target);
    }
    return target;
  }

  /** Of honey customers that nobody can call because the pool ran out. */
  static Words poolShort(Disclosure.Released released) {
    int silent = released.traceability().honey() - released.ringing();
    return new Words(
        "号码池不足：" + silent + " 个蜜罐客户用的是打不通的 154 号段（用 honey pool add 补充）",
        "the pool has too few numbers: "
            + silent
            + " honey customers have one that cannot ring, segment 154 (honey pool add brings"
            + " more)");
  }

  static Words words(Disclosure.Released released, Path file) {
    return new Words(
        released.disclosure()
            + "："
            + released.rows()
            + " 行已释放给 "
            + released.party().name()
            + "（"
            + released.party().id()
            + "），"
            + file,
        released.disclosure()
            + ": "
            + released.rows()
            + " rows released to "
            + released.party().name()
            + " ("
            + released.party().id()
            + "), "
            + file);
  }
}
