package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.DeviceKeys;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.account.Fields;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.account.Wid;
import dev.waggle.simulator.fault.FaultKind;
import dev.waggle.simulator.fault.Faults;
import dev.waggle.simulator.fault.Target;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a page that has no identity says: its keys, the ref it shows, its wish for a code. */
final class Linking {

  private final Directory directory;
  private final Faults faults;
  private final LiveSockets live;
  private final PairingCodes codes;
  private final Blocks blocks;
  private final QrTimings timings;

  Linking(
      Directory directory,
      Faults faults,
      LiveSockets live,
      PairingCodes codes,
      Blocks blocks,
      QrTimings timings) {
    this.directory = directory;
    this.faults = faults;
    this.live = live;
    this.codes = codes;
    this.blocks = blocks;
    this.timings = timings;
  }

  void register(ChatSocket socket, JsonObject frame) {
    DeviceKeys keys = DeviceKeys.of(frame);
    if (blocks.turnAway(socket, frame)) {
      return;
    }
    socket.register(keys);
    refresh(socket, frame);
  }

  void refresh(ChatSocket socket, JsonObject frame) {
    keysOrRefuse(socket);
    socket.offer(newOffer());
    socket.reply(frame, socket.offer().orElseThrow().toJson());
  }

  void shown(ChatSocket socket, JsonObject frame) {
    String ref = Fields.text(frame, "ref", null);
    socket.offer().ifPresent(offer -> offer.show(ref, System.currentTimeMillis()));
  }

  void linkCode(ChatSocket socket, JsonObject frame) {
    keysOrRefuse(socket);
    String number = Wid.number(Fields.text(frame, "phone"));
    directory.account(number);
    String wanted = Fields.text(frame, "code", null);
    String code = codes.issue(socket, number, wanted, System.currentTimeMillis());
    socket.reply(frame, new JsonObject().put("code", code).put("ttl", PairingCodes.TTL_MS));
  }

  /** Gives every page that waits to be linked new refs, as the faults or times have changed. */
  void renewAll() {
    for (ChatSocket socket : live.registered()) {
      socket.offer(newOffer());
      socket.push(socket.offer().orElseThrow().toJson().put("type", "refs"));
    }
  }

  /** The QRs on show that can be scanned. */
  JsonArray onShow() {
    long now = System.currentTimeMillis();
    JsonArray list = new JsonArray();
    for (ChatSocket socket : live.registered()) {
      RefOffer offer = socket.offer().orElse(null);
      if (offer != null && offer.current(now) != null) {
        list.add(
            new JsonObject()
                .put("code", QrText.of(offer.current(now), keysOrRefuse(socket)))
                .put("expiresAt", offer.expiresAt()));
      }
    }
    return list;
  }

  private RefOffer newOffer() {
    QrTimings current =
        faults
            .find(FaultKind.QR_TIMINGS, Target.UNKNOWN)
            .map(
                fault ->
                    new QrTimings(fault.number("firstMs"), fault.number("nextMs"), timings.count()))
            .orElse(timings);
    return new RefOffer(current, faults.find(FaultKind.STOP_ROTATING, Target.UNKNOWN).isPresent());
  }

  private static DeviceKeys keysOrRefuse(ChatSocket socket) {
    return socket.keys().orElseThrow(() -> new Refusal(409, "Register first."));
  }
}
