package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import java.time.Duration;

/** How long one session that was handed over did not work, as its history tells. */
record Outage(BlowKind kind, Duration time) {}
