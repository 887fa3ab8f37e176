package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Selection;
import io.tidemark.custody.Recorded;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says who is among a partner's own people. */
@Command(
    name = "people",
    description = {
      "指定哪些客户归该合作方：它只能取用其中的人。名单文件中的人加入，或以 --remove 移出。",
      "Says which customers are the partner's own: it can fetch these and nobody else. The people of the file are added, or taken out with --remove."
    },
    footer = {"", "例 / Example:", "  ./tidemark partner people ag-0001 --subjects book.csv"})
public final class PartnerPeopleCommand extends PartnerWork {
  @Mixin private final OfParty party = new OfParty();

  @ArgGroup(multiplicity = "1")
  private Whom whom = new Whom();

  /** Whom. */
  static final class Whom {
    @Option(
        names = "--subjects",
        paramLabel = "FILE",
        description = {
          "名单：一列保单号、车牌号等。",
          "The people: a column of policy numbers, plates and the like."
        })
    private @Nullable Path subjects;

    @ArgGroup(exclusive = false)
    private @Nullable Where where;
  }

  /** A condition over all that is in custody. */
  static final class Where {
    @Option(
        names = "--where",
        required = true,
        paramLabel = "CONDITION",
        description = {"条件，见 docs/conditions.md。", "A condition, see docs/conditions.md."})
    private String condition = "";

    @Option(
        names = "--purpose",
        required = true,
        paramLabel = "PURPOSE",
        description = {"查找的目的。", "What the looking is for."})
    private String purpose = "";
  }

  @Option(
      names = "--remove",
      description = {"移出而不是加入。", "Take them out instead."})
  private boolean remove;

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      String who = party.in(session);
      RoaringBitmap named = named(session);
      Recorded.Done<RoaringBitmap> end =
          Refusals.orStop(
              partnering(session)
                  .people(
                      session.actor(),
                      who,
                      session.home().partners().people(who),
                      before ->
                          remove
                              ? RoaringBitmap.andNot(before, named)
                              : RoaringBitmap.or(before, named)));
      int people = end.what().getCardinality();
      return Answer.builder()
          .field("party", who)
          .field("named", named.getCardinality())
          .field("people", people)
          .field("entry", end.receipt().index())
          .say("归 " + who + " 的客户现有 " + people + " 人", people + " people are " + who + "'s own now")
          .build();
    }
  }

  private RoaringBitmap named(Session session) {
    Selection selection = new Selection(session, terminal()::note);
    Where where = whom.where;
    return where == null
        ? selection.subjects(Objects.requireNonNull(whom.subjects))
        : selection.where(Selection.parse(where.condition), where.purpose);
  }
}
