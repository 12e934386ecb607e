package dev.waggle.session.snapshot;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.snapshot.Snapshots.Arrival;
import dev.waggle.session.snapshot.Vault.SealedManifest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How profiles travel, whatever keeps their snapshots; each test has an empty vault. */
abstract class SnapshotsBehaviour {

  static final String KEY = "a secret of more than thirty-two letters";

  private static final SessionName SALES = new SessionName("sales");
  private static final String DATABASE = "Default/IndexedDB/https_x_0.indexeddb.leveldb/";
  private static final String STORAGE = "waggle-local-storage.json";

  @TempDir Path folder;

  final Vertx vertx = Vertx.vertx();
  private Vault vault;
  private Snapshots snapshots;
  private Path here;
  private Path there;

  /** A vault with nothing in it. */
  abstract Vault emptyVault() throws Exception;

  void closeVault() {}

  @BeforeEach
  void open() throws Exception {
    vault = emptyVault();
    snapshots = snapshots(KEY, List.of());
    here = Files.createDirectory(folder.resolve("here"));
    there = Files.createDirectory(folder.resolve("there"));
  }

  @AfterEach
  void close() {
    closeVault();
    await(vertx.close());
  }

  @Test
  void shouldBringAProfileToAnotherMachine() throws IOException {
    await(snapshots.arrive(owner(1), here));
    write(here, DATABASE + "000003.log", random(700_000));
    write(here, DATABASE + "LOCK", new byte[0]);
    write(here, STORAGE, "{\"a\":\"1\"}".getBytes(UTF_8));
    write(here, "Default/Cache/data_0", random(1000));
    await(snapshots.series(owner(1)).take(here));

    Arrival arrival = await(snapshots.arrive(owner(2), there));

    assertThat(arrival).isEqualTo(Arrival.RESTORED);
    assertThat(there.resolve(DATABASE + "000003.log"))
        .hasSameBinaryContentAs(here.resolve(DATABASE + "000003.log"));
    assertThat(there.resolve(STORAGE)).hasContent("{\"a\":\"1\"}");
    assertThat(there.resolve(DATABASE + "LOCK")).doesNotExist();
    assertThat(there.resolve("Default/Cache")).doesNotExist();
  }

  @Test
  void shouldReplaceAProfileThatStayedBehind() throws IOException {
    linkedBy(1, here, "first");
    await(snapshots.arrive(owner(2), there));
    write(there, DATABASE + "000009.ldb", "second".getBytes(UTF_8));
    await(snapshots.series(owner(2)).take(there));

    Arrival arrival = await(snapshots.arrive(owner(3), here));

    assertThat(arrival).isEqualTo(Arrival.RESTORED);
    assertThat(here.resolve(DATABASE + "000009.ldb")).hasContent("second");
    assertThat(here.resolve(DATABASE + "CURRENT")).hasContent("first");
  }

  @Test
  void shouldKeepAProfileThatIsNewerThanItsSnapshots() throws IOException {
    linkedBy(1, here, "kept");
    write(here, DATABASE + "CURRENT", "written after the last snapshot".getBytes(UTF_8));

    Arrival arrival = await(snapshots.arrive(owner(2), here));

    assertThat(arrival).isEqualTo(Arrival.STAYED);
    assertThat(here.resolve(DATABASE + "CURRENT")).hasContent("written after the last snapshot");
  }

  @Test
  void shouldSayThatAProfileIsNew() {
    assertThat(await(snapshots.arrive(owner(1), here))).isEqualTo(Arrival.NEW);
  }

  @Test
  void shouldRefuseAnOwnerOfThePast() throws IOException {
    linkedBy(1, here, "old");
    SnapshotSeries late = snapshots.series(owner(1));
    await(snapshots.arrive(owner(2), there));

    assertThat(codeOf(late.take(here))).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
    assertThat(codeOf(snapshots.arrive(owner(1), here))).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  @Test
  void shouldWriteNothingWhenNothingChanged() throws IOException {
    await(snapshots.arrive(owner(1), here));
    write(here, DATABASE + "CURRENT", "x".getBytes(UTF_8));
    SnapshotSeries series = snapshots.series(owner(1));

    assertThat(await(series.take(here))).isTrue();
    assertThat(await(series.take(here))).isFalse();
    assertThat(await(vault.manifests(SALES))).hasSize(1);
  }

  @Test
  void shouldStoreOnlyWhatIsNew() throws IOException {
    await(snapshots.arrive(owner(1), here));
    byte[] table = random(3 * Parts.SIZE);
    write(here, DATABASE + "000005.ldb", table);
    SnapshotSeries series = snapshots.series(owner(1));
    await(series.take(here));
    Recording recording = new Recording(vault);
    Snapshots watched = new Snapshots(vertx, recording, KEY, List.of(), 2);
    SnapshotSeries next = watched.series(owner(1));
    await(next.take(here));
    recording.stored.clear();
    write(here, DATABASE + "000006.log", "more".getBytes(UTF_8));

    await(next.take(here));

    assertThat(recording.stored).hasSize(1);
  }

  @Test
  void shouldPassOverADamagedSnapshotForTheOneBefore() throws IOException {
    await(snapshots.arrive(owner(1), here));
    SnapshotSeries series = snapshots.series(owner(1));
    write(here, DATABASE + "CURRENT", "good".getBytes(UTF_8));
    await(series.take(here));
    Set<String> good = names(here);
    write(here, DATABASE + "CURRENT", "newer".getBytes(UTF_8));
    await(series.take(here));
    String damaged = names(here).stream().filter(n -> !good.contains(n)).findFirst().orElseThrow();
    await(vault.putParts(owner(1), Map.of(damaged, Buffer.buffer("garbage of some length here"))));

    Arrival arrival = await(snapshots.arrive(owner(2), there));

    assertThat(arrival).isEqualTo(Arrival.RESTORED);
    assertThat(there.resolve(DATABASE + "CURRENT")).hasContent("good");
  }

  @Test
  void shouldRefuseASnapshotOfAnotherPlace() throws IOException {
    linkedBy(1, here, "mine");
    SealedManifest mine = await(vault.manifests(SALES)).get(0);
    Ownership other = new Ownership(new SessionName("other"), "node", 1);
    await(vault.fence(other));
    await(vault.commit(other, mine, Set.of(), 0, false));
    Ownership next = new Ownership(new SessionName("other"), "node", 2);

    assertThat(codeOf(snapshots.arrive(next, there))).isEqualTo(ErrorCode.INTERNAL);
    assertThat(there.resolve(DATABASE)).doesNotExist();
  }

  @Test
  void shouldReadWhatAFormerKeySealed() throws IOException {
    linkedBy(1, here, "old key");
    Snapshots turned = snapshots("a newer secret of more than thirty-two", List.of(KEY));
    Snapshots stranger = snapshots("a secret that nobody has ever heard of", List.of());

    assertThat(codeOf(stranger.arrive(owner(2), there))).isEqualTo(ErrorCode.INTERNAL);
    assertThat(await(turned.arrive(owner(2), there))).isEqualTo(Arrival.RESTORED);
  }

  @Test
  void shouldKeepOnlyTheLastOnes() throws IOException {
    linkedBy(1, here, "old owner");
    await(snapshots.arrive(owner(2), here));
    SnapshotSeries series = snapshots.series(owner(2));
    for (int i = 0; i < 4; i++) {
      write(here, DATABASE + "CURRENT", ("state " + i).getBytes(UTF_8));
      await(series.take(here));
    }

    assertThat(await(vault.manifests(SALES)))
        .extracting(SealedManifest::generation, SealedManifest::number)
        .containsExactly(tuple(2L, 4L), tuple(2L, 3L));
    assertThat(await(vault.parts(SALES, 2, allNames(4)))).hasSize(2);
  }

  @Test
  void shouldForgetASessionThatIsDeleted() throws IOException {
    linkedBy(1, here, "gone");

    await(snapshots.delete(SALES));

    assertThat(await(snapshots.arrive(owner(2), there))).isEqualTo(Arrival.NEW);
  }

  @Test
  void shouldForgetADeviceThatWasUnlinkedWhileThisMachineWasAway() throws IOException {
    linkedBy(1, here, "unlinked");
    await(snapshots.arrive(owner(2), there));
    await(snapshots.delete(SALES));

    Arrival arrival = await(snapshots.arrive(owner(3), here));

    assertThat(arrival).isEqualTo(Arrival.NEW);
    assertThat(here.resolve(DATABASE)).doesNotExist();
  }

  private Set<String> allNames(int states) {
    SnapshotKeys keys = new SnapshotKeys(KEY, List.of());
    return IntStream.range(0, states)
        .mapToObj(i -> keys.nameOf(("state " + i).getBytes(UTF_8)))
        .collect(Collectors.toSet());
  }

  private Set<String> names(Path profile) throws IOException {
    SnapshotKeys keys = new SnapshotKeys(KEY, List.of());
    return ProfileImage.read(profile, ProfileImage.NOTHING, keys).fresh().keySet();
  }

  private void linkedBy(long generation, Path profile, String content) throws IOException {
    await(snapshots.arrive(owner(generation), profile));
    write(profile, DATABASE + "CURRENT", content.getBytes(UTF_8));
    await(snapshots.series(owner(generation)).take(profile));
  }

  private Snapshots snapshots(String key, List<String> previous) {
    return new Snapshots(vertx, vault, key, previous, 2);
  }

  private static Ownership owner(long generation) {
    return new Ownership(SALES, "node", generation);
  }

  private static void write(Path profile, String path, byte[] content) throws IOException {
    Path file = profile.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
