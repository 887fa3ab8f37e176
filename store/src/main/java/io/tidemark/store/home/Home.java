package io.tidemark.store.home;

import io.tidemark.custody.marks.ScreenNumbers;
import io.tidemark.custody.owner.Archive;
import io.tidemark.custody.owner.Footprints;
import io.tidemark.custody.owner.Notifying;
import io.tidemark.custody.owner.OpeningArchive;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.NoteSigner;
import io.tidemark.ledger.Receipt;
import io.tidemark.ledger.Sm2Signer;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.access.BegunSignIns;
import io.tidemark.store.access.FailureSeries;
import io.tidemark.store.access.KeptAnswers;
import io.tidemark.store.access.PasskeyChallenges;
import io.tidemark.store.access.Passkeys;
import io.tidemark.store.access.ProviderSubjects;
import io.tidemark.store.access.Sessions;
import io.tidemark.store.access.Systems;
import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.history.PostgresHistories;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.journal.PostgresJournal;
import io.tidemark.store.outbox.Mending;
import io.tidemark.store.outbox.PreparedLists;
import io.tidemark.store.outbox.RowFormat;
import io.tidemark.store.records.CorrectedRecords;
import io.tidemark.store.records.PostgresFootprints;
import io.tidemark.store.records.PostgresRotation;
import io.tidemark.store.records.PostgresShelf;
import io.tidemark.store.records.SealedChunks;
import io.tidemark.store.register.AliasTables;
import io.tidemark.store.register.Archives;
import io.tidemark.store.register.BookTables;
import io.tidemark.store.register.CallCounts;
import io.tidemark.store.register.CallReports;
import io.tidemark.store.register.CallTables;
import io.tidemark.store.register.Cases;
import io.tidemark.store.register.ChainTables;
import io.tidemark.store.register.ConsentTables;
import io.tidemark.store.register.CorrectionTables;
import io.tidemark.store.register.Disclosures;
import io.tidemark.store.register.Erasures;
import io.tidemark.store.register.ErasuresDone;
import io.tidemark.store.register.HeadingCorrections;
import io.tidemark.store.register.HoneyNumbers;
import io.tidemark.store.register.KeyTables;
import io.tidemark.store.register.LookUpTables;
import io.tidemark.store.register.MarkTables;
import io.tidemark.store.register.NoticeTables;
import io.tidemark.store.register.Paces;
import io.tidemark.store.register.Partners;
import io.tidemark.store.register.Policies;
import io.tidemark.store.register.Requests;
import io.tidemark.store.register.Restorations;
import io.tidemark.store.register.RetentionTables;
import io.tidemark.store.register.RulesVersion;
import io.tidemark.store.register.ViewingTables;
import io.tidemark.store.register.Webhooks;
import io.tidemark.store.tiles.TileFiles;
import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import io.tidemark.trace.Viewings;
import io.tidemark.vault.HistorySecrets;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.MasterKey;
import io.tidemark.vault.Rotation;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Suite;
import io.tidemark.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An open home. To be closed; thread-safe. */
public final class Home implements AutoCloseable {
  private final HomeFolder folder;
  private final HomeFolder.Settings settings;
  private final Database database;
  private final KeyRing keys;
  private final PostgresJournal journal;
  private final PostgresShelf shelf;
  private final Ledger ledger;
  private final Map<String, String> environment;
  private final Disclosures disclosures;
  private final List<Words> notes = new ArrayList<>();
  private volatile boolean kept;

  /** Leaves the database in good order when the process is asked to end (Ctrl-C, SIGTERM). */
  private final Thread atEnd = new Thread(this::leave, "tidemark-leaves");

  private Home(
      HomeFolder folder,
      HomeFolder.Settings settings,
      Database database,
      KeyRing keys,
      Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    this.settings = settings;
    this.database = database;
    this.keys = keys;
    Changes changes = new Changes().with(io.tidemark.custody.SealedChunk.class, new SealedChunks());
    changes.with(io.tidemark.custody.owner.Corrected.class, new CorrectedRecords());
    HoneyNumbers.in(Cases.in(Disclosures.in(Requests.in(Policies.in(ChainTables.in(changes))))));
    ProviderSubjects.in(Systems.in(Passkeys.in(Sessions.in(Accounts.in(changes)))));
    Restorations.in(LookUpTables.in(BookTables.in(HeadingCorrections.in(changes))));
    Erasures.in(KeyTables.in(Partners.in(changes)));
    PostgresHistories.in(changes);
    Webhooks.in(NoticeTables.in(ConsentTables.in(changes)));
    CallReports.in(changes);
    CallTables.in(changes);
    MarkTables.in(AliasTables.in(RetentionTables.in(CorrectionTables.in(changes))));
    this.journal = new PostgresJournal(database.source(), changes);
    this.shelf = new PostgresShelf(database.source());
    this.disclosures = new Disclosures(database.source());
    NoteSigner signer = NoteSigner.log(settings.origin(), keys.key(KeyRing.Use.LEDGER));
    TileFiles tiles = new TileFiles(folder.ledger(), signer.key());
    this.ledger =
        new Ledger(
            journal, tiles, signer, sm2(settings, keys), folder.path().resolve("publish.lock"));
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /** Makes a home where there is none yet. */
  public static Home create(Path path, NewHome chosen, Map<String, String> environment)
      throws HomeFault, IOException {
    HomeFolder folder = new HomeFolder(path.toAbsolutePath().normalize());
    if (folder.exists()) {
      throw new HomeFault(
          "此处已有一个 Tidemark 目录：" + folder.path(), "there is a home already: " + folder.path());
    }
    folder.create();
    MasterKey master =
        new MasterKeys(folder, environment, chosen.suite()).create(chosen.masterKey());
    HomeFolder.Settings settings =
        HomeFolder.settings(
            chosen.origin().orElseGet(Home::randomOrigin), chosen.database(), chosen.suite());
    Database database = Database.open(folder.path(), settings, environment);
    try {
      KeyRing keys = new WrappedKeys(database.source(), settings.suite()).draw(master);
      Home home = new Home(folder, settings, database, keys, environment);
      folder.write(settings);
      return home;
    } catch (HomeFault | IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static String randomOrigin() {
    byte[] name = new byte[8];
    new SecureRandom().nextBytes(name);
    return "tidemark/" + HexFormat.of().formatHex(name);
  }

  /** Opens a home and mends what a crash left. */
  public static Home open(Path path, Map<String, String> environment)
      throws HomeFault, IOException {
    HomeFolder folder = new HomeFolder(path.toAbsolutePath().normalize());
    if (!folder.exists()) {
      throw new HomeFault(
          folder.path() + " 不是 Tidemark 目录，请先执行 init",
          folder.path() + " is not a home: run init first");
    }
    HomeFolder.Settings settings = folder.settings();
    new MasterKeys(folder, environment, settings.suite())
        .read(); // says what is wrong with it before all else
    Database database = Database.open(folder.path(), settings, environment);
    try {
      requireFounded(settings, database);
      KeyRing keys =
          MasterRotation.ring(
              folder, environment, new WrappedKeys(database.source(), settings.suite()));
      Home home = new Home(folder, settings, database, keys, environment);
      home.fit();
      database.note().ifPresent(home.notes::add);
      if (database.embedded().isPresent()) {
        database.embedded().get().archiveWarning().ifPresent(home.notes::add);
      }
      OpeningArchive.letGo(home.archive(), home.journal, Instant.now());
      Notifying.letGo(home.notices(), home.journal, Instant.now());
      home.notes.addAll(new Mending(home.disclosures, home.journal, Clock.systemUTC()).mend());
      return home;
    } catch (HomeFault | IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** A home as it stands, for {@link Returning}. */
  static Home unmended(
      HomeFolder folder, HomeFolder.Settings settings, Map<String, String> environment)
      throws HomeFault, IOException {
    Database database = Database.open(folder.path(), settings, environment);
    try {
      requireFounded(settings, database);
      KeyRing keys =
          MasterRotation.ring(
              folder, environment, new WrappedKeys(database.source(), settings.suite()));
      return new Home(folder, settings, database, keys, environment);
    } catch (HomeFault | IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The suite of the settings is the one that the ledger's first entry names. */
  private static void requireFounded(HomeFolder.Settings settings, Database database)
      throws HomeFault {
    List<byte[]> first = new PostgresJournal(database.source(), new Changes()).entries(0, 1);
    if (first.isEmpty()) {
      return;
    }
    Optional<Suite> founded;
    try {
      founded = Suite.named(Entry.parse(first.get(0)));
    } catch (Entry.BadEntry e) {
      founded = Optional.empty();
    }
    if (!founded.equals(Optional.of(settings.suite()))) {
      String said = founded.map(Suite::id).orElse("?");
      throw new HomeFault(
          "home.properties 的 cryptography 为 "
              + settings.suite().id()
              + "，账本首条所记为 "
              + said
              + "：密码套件在 init 时确定，不能更换，请改回",
          "cryptography in home.properties is "
              + settings.suite().id()
              + ", the ledger's first entry says "
              + said
              + ": the suite is chosen at init and never changed, put it back");
    }
  }

  private static Optional<Sm2Signer> sm2(HomeFolder.Settings settings, KeyRing keys) {
    return keys.has(KeyRing.Use.LEDGER_SM2)
        ? Optional.of(
            new Sm2Signer(
                settings.origin(),
                keys.derive(KeyRing.Use.LEDGER_SM2, "checkpoints", Sm2Signer.SECRET)))
        : Optional.empty();
  }

  /** A ledger on disk that is ahead of the database means that the database was set back. */
  private void fit() throws HomeFault, IOException {
    long onDisk = ledger.tiles().sizeOnDisk();
    long recorded = journal.size();
    if (onDisk > recorded) {
      throw new HomeFault(
          "磁盘上的账本有 " + onDisk + " 条，数据库只有 " + recorded + " 条：数据库被退回到旧状态，拒绝启动",
          "the ledger on disk has "
              + onDisk
              + " entries, the database only "
              + recorded
              + ": the database was set back, so this home does not start");
    }
  }

  /** The folder. */
  public HomeFolder folder() {
    return folder;
  }

  /** The ledger's name. */
  public String origin() {
    return settings.origin();
  }

  /** Where the master key comes from, and that it is kept apart. */
  public Words keySource() {
    return new MasterKeys(folder, environment, settings.suite()).source();
  }

  /**
   * Where the master key comes from: {@code file}, {@code environment}, {@code command} or {@code
   * pkcs11}.
   */
  public String keyPlace() {
    return new MasterKeys(folder, environment, settings.suite()).place().id();
  }

  /**
   * Begins to change the master key: a new one is drawn beside the old one, or the environment
   * names it.
   *
   * @param wanted where it is to be kept: {@code file}, or its address in a token; nothing for
   *     another one of its kind
   */
  public MasterRotation masterRotation(Optional<String> wanted) throws HomeFault, IOException {
    return MasterRotation.begin(
        folder, environment, new WrappedKeys(database.source(), settings.suite()), wanted);
  }

  /** Where boxes are sealed anew when the data key changes. */
  public Rotation rotation() {
    return new PostgresRotation(database.source());
  }

  /** What hangs on people. */
  public Footprints footprints() {
    return new PostgresFootprints(database.source());
  }

  /** Marked copies, and what new owners of vehicles asked for. */
  public MarkTables marks() {
    return new MarkTables(database.source(), screenNumbers(), this::entry);
  }

  /** Which of the staff were shown whom. */
  public Viewings viewings() {
    return new ViewingTables(database.source());
  }

  /** The numbers that pages which show personal data carry. */
  public ScreenNumbers screenNumbers() {
    return new ScreenNumbers(keys());
  }

  private Optional<Entry> entry(long index) {
    return entries(index, 1).stream().findFirst().flatMap(Home::parsed);
  }

  private static Optional<Entry> parsed(byte[] bytes) {
    try {
      return Optional.of(Entry.parse(bytes));
    } catch (Entry.BadEntry e) {
      return Optional.empty();
    }
  }

  /** What is kept of people who were erased. */
  public Archive archive() {
    return new Archives(database.source());
  }

  /**
   * Takes what was deleted out of the files of this home: tables are written anew, older WAL is
   * removed, reports of deposits go, since they quote values in plain text.
   *
   * @return whether that is all; not so with one's own PostgreSQL, whose files are its operator's
   */
  public boolean shred() throws HomeFault, IOException {
    HomeFolder.clear(folder.path().resolve("reports"));
    if (database.embedded().isEmpty()) {
      return false;
    }
    long last = journal.size();
    try {
      database.embedded().get().shred();
      erasuresDone().shredded(last);
      return true;
    } catch (DatabaseUnavailable e) {
      throw new HomeFault(e.words(), e);
    }
  }

  /** Whether something that an erasure deleted may still stand in the database's files. */
  public boolean unshredded() {
    return erasuresDone().unshredded();
  }

  /** The erasures of this home. */
  public ErasuresDone erasuresDone() {
    return new ErasuresDone(database.source());
  }

  /** The keys as they are kept. */
  public KeyTables keyTables() {
    return new KeyTables(database.source());
  }

  /** The keys. */
  public KeyRing keys() {
    return keys;
  }

  /** Where entries are recorded. */
  public PostgresJournal journal() {
    return journal;
  }

  /** The entries as they stand in the database: at most {@code most} from index {@code from} on. */
  public List<byte[]> entries(long from, int most) {
    return journal.entries(from, most);
  }

  /**
   * Puts published entries back that the database of a restored home lacks, and records {@code
   * entry} behind them, in one transaction; see {@link PostgresJournal#putBack}.
   */
  public Receipt putBack(
      long first, Iterator<byte[]> entries, Entry entry, Journal.Consequence consequence) {
    return journal.putBack(first, entries, entry, consequence);
  }

  /** The embedded database, or nothing where the home has one's own PostgreSQL. */
  public Optional<EmbeddedDatabase> embedded() {
    return database.embedded();
  }

  /** Where sealed records are kept. */
  public Shelf shelf() {
    return shelf;
  }

  /** A vault over the keys and the shelf. */
  public Vault vault() {
    return new Vault(keys, shelf);
  }

  /** The published ledger. */
  public Ledger ledger() {
    return ledger;
  }

  /** Disclosures and holders. */
  public Disclosures disclosures() {
    return disclosures;
  }

  /** The chain. */
  public ChainTables chain() {
    return new ChainTables(database.source());
  }

  /** The policies. */
  public Policies policies() {
    return new Policies(database.source());
  }

  /** How often anything that decides has changed. */
  public RulesVersion rulesVersion() {
    return new RulesVersion(database.source());
  }

  /** The requests. */
  public Requests requests() {
    return new Requests(database.source());
  }

  /** The pool of numbers that the operator monitors. */
  public HoneyNumbers honeyNumbers() {
    return new HoneyNumbers(database.source());
  }

  /** The alias numbers, and whom they stand for. */
  public AliasTables aliases() {
    return new AliasTables(database.source());
  }

  /** Calls to alias numbers. */
  public CallTables calls() {
    return new CallTables(database.source());
  }

  /** What was heard on alias numbers. */
  public CallCounts heardCalls() {
    return new CallCounts(database.source());
  }

  /**
   * What people said that headings mean.
   *
   * @param kinds the kind of a Chinese name
   */
  public HeadingCorrections headingCorrections(Function<String, Kind> kinds) {
    return new HeadingCorrections(database.source(), kinds);
  }

  /** Reports of calls. */
  public CallReports callReports() {
    return new CallReports(database.source());
  }

  /** The inquiries. */
  public Cases cases() {
    return new Cases(database.source());
  }

  /** In whose book policies are, and who handles which claim. */
  public BookTables books() {
    return new BookTables(database.source());
  }

  /** People's histories. */
  public PostgresHistories histories() {
    return new PostgresHistories(database.source(), new HistorySecrets(keys));
  }

  /** What people said of the use of their data. */
  public ConsentTables consents() {
    return new ConsentTables(database.source());
  }

  /** Notices to those who hold a copy. */
  public NoticeTables notices() {
    return new NoticeTables(database.source());
  }

  /** Where partners' webhooks are, and what is on its way to them. */
  public Webhooks webhooks() {
    return new Webhooks(database.source());
  }

  /** What was corrected at people's word, and what they were refused. */
  public CorrectionTables corrections() {
    return new CorrectionTables(database.source());
  }

  /** How far erasing what is past its time has come. */
  public RetentionTables retentionRuns() {
    return new RetentionTables(database.source());
  }

  /** How often somebody asks about people. */
  public Paces paces() {
    return new Paces(database.source());
  }

  /** Lists that partners' systems fetch, in these formats. */
  public PreparedLists preparedLists(RowFormat format) {
    return new PreparedLists(folder.path(), keys, format, disclosures);
  }

  /** Partners' certificates, suspensions and own people. */
  public Partners partners() {
    return new Partners(database.source());
  }

  /** Invitations and accounts on the server. */
  public Accounts accounts() {
    return new Accounts(database.source());
  }

  /** Sessions on the server; one that was not used for {@code idle} has ended. */
  public Sessions sessions(Duration idle) {
    return new Sessions(database.source(), idle);
  }

  /** Passkeys of people who have an account. */
  public Passkeys passkeys() {
    return new Passkeys(database.source());
  }

  /** Challenges that passkeys are to sign. */
  public PasskeyChallenges passkeyChallenges() {
    return new PasskeyChallenges(database.source());
  }

  /** Secrets of other systems. */
  public Systems systems() {
    return new Systems(database.source());
  }

  /** What the insurer's provider calls people. */
  public ProviderSubjects providerSubjects() {
    return new ProviderSubjects(database.source());
  }

  /** Sign-ins at the provider that have begun. */
  public BegunSignIns begunSignIns() {
    return new BegunSignIns(database.source());
  }

  /** Whether a person has any of the ways to be known: a key, an account, a subject. */
  public boolean isEnrolled(String person) {
    return chain().publicKey(person).isPresent()
        || accounts().find(person).isPresent()
        || providerSubjects().has(person);
  }

  /** Sign-ins that failed one after the other. */
  public FailureSeries failureSeries() {
    return new FailureSeries(database.source());
  }

  /** Writes and what was answered. */
  public KeptAnswers keptAnswers() {
    return new KeptAnswers(database.source());
  }

  /** What was mended or taken over when the home was opened. */
  public List<Words> notes() {
    return List.copyOf(notes);
  }

  /**
   * Keeps the home open at the process's end until it is closed: for whoever has a hook of its own
   * that finishes its work first.
   */
  public void keepUntilClosed() {
    if (!kept) {
      Runtime.getRuntime().removeShutdownHook(atEnd);
      kept = true;
    }
  }

  @Override
  public void close() {
    if (kept) {
      leave();
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      return; // the process is ending: the hook leaves the database
    }
    leave();
  }

  private void leave() {
    database.close();
  }
}
