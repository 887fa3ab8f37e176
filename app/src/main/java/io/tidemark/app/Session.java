package io.tidemark.app;

import io.tidemark.app.files.CopyTables;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Looking;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.approval.Approvals;
import io.tidemark.custody.AliasNumbers;
import io.tidemark.custody.Aliasing;
import io.tidemark.custody.Approval;
import io.tidemark.custody.Asking;
import io.tidemark.custody.Deposit;
import io.tidemark.custody.Disclosure;
import io.tidemark.custody.Exhibit;
import io.tidemark.custody.Grading;
import io.tidemark.custody.Inquiry;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.NumberPool;
import io.tidemark.custody.Register;
import io.tidemark.custody.Revealing;
import io.tidemark.custody.Selecting;
import io.tidemark.custody.Twins;
import io.tidemark.custody.ViewerSpellings;
import io.tidemark.custody.Workshop;
import io.tidemark.custody.calls.CallInquiry;
import io.tidemark.custody.calls.Reporting;
import io.tidemark.custody.keys.Rotating;
import io.tidemark.custody.marks.Marking;
import io.tidemark.custody.members.Assigning;
import io.tidemark.custody.owner.Notifying;
import io.tidemark.custody.owner.OpeningArchive;
import io.tidemark.formats.bundle.CallCaseJson;
import io.tidemark.formats.bundle.CaseJson;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.notice.NoticeKey;
import io.tidemark.formats.notice.SignedNotice;
import io.tidemark.formats.pdf.MarkKey;
import io.tidemark.formats.settings.BadSettings;
import io.tidemark.formats.settings.Kinds;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.OwnRights;
import io.tidemark.store.home.Workshops;
import io.tidemark.store.outbox.Outbox;
import io.tidemark.store.register.HeadingCorrections;
import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Vault;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** One command's work on an open home. Closing it publishes the ledger's new entries. */
public final class Session implements AutoCloseable {
  private final Home home;
  private final Policy policy;
  private final Chain chain;
  private final Actor actor;
  private final Vault vault;
  private final Workshop workshop;
  private final Authority authority;
  private final Clock clock = Clock.systemUTC();

  /** A session of this actor. */
  public Session(Home home, Policy policy, Chain chain, Actor actor) {
    this.home = home;
    this.policy = policy;
    this.chain = chain;
    this.actor = actor;
    this.vault = home.vault();
    this.workshop = Workshops.of(home, vault, policy, chain);
    this.authority = new Authority(policy, chain, home.disclosures());
  }

  /** The policy that counts in a home. */
  public static Policy policyOf(Home home) {
    return read(
        home.policies()
            .current()
            .orElseThrow(
                () ->
                    Stop.fault(
                        new Words(
                            "此目录没有完成初始化，请删除后重新 init",
                            "this home was not laid down to its end: remove it and run init"
                                + " again"))));
  }

  private static Policy read(String text) {
    try {
      return PolicyFile.read(SettingsFile.of("policy.yaml", text));
    } catch (BadSettings e) {
      throw new IllegalStateException("the recorded policy cannot be read", e);
    }
  }

  /** The policy that a request pins. */
  public Policy pinned(Request request) {
    return request.policy().equals(policy.digest())
        ? policy
        : read(home.policies().of(request.policy()).orElseThrow());
  }

  /** Whether another policy counts now than the one that a request pins. */
  public boolean changedSince(Request request) {
    return !request.policy().equals(policy.digest());
  }

  /** Who may approve, in person or for somebody. */
  public Approvals approvals() {
    return new Approvals(chain, home.chain().delegations());
  }

  /** The home. */
  public Home home() {
    return home;
  }

  /** The policy. */
  public Policy policy() {
    return policy;
  }

  /** The chain. */
  public Chain chain() {
    return chain;
  }

  /** Who acts. */
  public Actor actor() {
    return actor;
  }

  /** The vault. */
  public Vault vault() {
    return vault;
  }

  /** Who decides. */
  public Authority authority() {
    return authority;
  }

  /** The clock. */
  public Clock clock() {
    return clock;
  }

  /** Keys and tools. */
  public Workshop workshop() {
    return workshop;
  }

  /** The numbers that the operator monitors. */
  public NumberPool numberPool() {
    return Workshops.honey(home, vault);
  }

  /** The numbers that stand for people. */
  public AliasNumbers aliasNumbers() {
    return Workshops.aliases(home, vault);
  }

  /** What becomes of them. */
  public Aliasing aliasing() {
    return new Aliasing(register(), aliasNumbers(), home.aliases());
  }

  /** Where entries are written. */
  public Register register() {
    return new Register(home.journal(), policy, clock);
  }

  /** Looking for people by a condition. */
  public Selecting selecting() {
    return new Selecting(vault, home.shelf(), register(), authority);
  }

  /** Asking for a release. */
  public Asking asking() {
    return new Asking(register(), authority, workshop, this::twins, home.consents());
  }

  /** Approving and rejecting. */
  public Approval approval() {
    return new Approval(register(), approvals());
  }

  /** The other parties that hold exactly these people. */
  public Twins twins(RoaringBitmap records, String party) {
    return new Twins(home.disclosures().holdersOfExactly(records, party));
  }

  /** Looking one person up. */
  public LookUp lookUp() {
    return new LookUp(
        vault,
        home.shelf(),
        home.books(),
        home.consents(),
        home.paces(),
        register(),
        new Looking(policy.lookUps(), chain),
        aliasNumbers(),
        new ViewerSpellings(home.keys()));
  }

  /** Assigning customers to books and claims to their handlers. */
  public Assigning assigning() {
    return new Assigning(register(), home.shelf(), vault.tokens(), LocalDate.now(clock));
  }

  /** The flows by which people's own rights are served. */
  public OwnRights rights() {
    return new OwnRights(home, vault, register(), authority, chain);
  }

  /** Marking documents and pictures, and reading marks. */
  public Marking marking() {
    return new Marking(register(), authority);
  }

  /** The key under which marks stand in documents. */
  public MarkKey markKey() {
    return new MarkKey(home.keys().derive(KeyRing.Use.MARK, "documents"));
  }

  /** Opening what is kept of those who were erased. */
  public OpeningArchive openingArchive() {
    return new OpeningArchive(register(), home.archive(), vault);
  }

  /** Showing in full what a scan found. */
  public Revealing revealing() {
    return new Revealing(register());
  }

  /** The key of the home's marks in pictures. */
  public PictureKey pictureKey() {
    return PictureKey.of(home.keys());
  }

  /** Changing keys. */
  public Rotating rotating() {
    return new Rotating(register(), home.keys(), vault, home.rotation());
  }

  /** Telling those who hold a copy, and recording that they know. */
  public Notifying notifying() {
    return new Notifying(
        register(), home.keys(), new SignedNotice(home.origin(), NoticeKey.of(home.keys())));
  }

  /** The deposit flow. */
  public Deposit deposit() {
    return new Deposit(vault, home.shelf(), home.corrections(), home.journal(), policy, clock);
  }

  /** The confirming and correcting of what columns hold. */
  public Grading grading() {
    return new Grading(register());
  }

  /** What people said that headings mean, for everybody's files first. */
  public List<HeadingCorrections.Kept> corrections() {
    return home.headingCorrections(
            zh -> Kinds.usual().named(zh).orElseGet(() -> Kind.other(zh, zh)))
        .all();
  }

  /** What the headings of files of this sender mean, as far as people corrected it. */
  public KnownHeadings headings(Optional<String> sender) {
    return KnownHeadings.of(
        corrections().stream().map(HeadingCorrections.Kept::correction).toList(), sender);
  }

  /** The disclosure flow. */
  public Disclosure disclosure() {
    return new Disclosure(
        vault,
        home.journal(),
        workshop,
        home.consents(),
        new Outbox(new CopyTables(), home.disclosures()),
        policy,
        clock);
  }

  /** The inquiry flow. */
  public Inquiry inquiry() {
    return new Inquiry(
        vault,
        home.shelf(),
        home.disclosures(),
        home.journal(),
        home.keys(),
        workshop,
        authority,
        policy,
        new CaseJson(),
        home.viewings(),
        clock);
  }

  /** The inquiry into calls. */
  public CallInquiry callInquiry() {
    return new CallInquiry(
        vault,
        home.shelf(),
        home.disclosures(),
        home.consents(),
        register(),
        authority,
        new CallCaseJson());
  }

  /** Reports of calls as they are kept. */
  public Reporting reporting() {
    return new Reporting(vault, home.callReports(), register());
  }

  /** The inquiry's last step. */
  public Exhibit exhibit() {
    return new Exhibit(
        vault,
        home.shelf(),
        home.disclosures(),
        home.journal(),
        workshop,
        authority,
        policy,
        clock);
  }

  @Override
  public void close() throws IOException {
    try {
      home.ledger().publish();
    } finally {
      home.close();
    }
  }
}
